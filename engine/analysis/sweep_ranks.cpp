#include "engine/analysis/sweep_ranks.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

namespace zhaimao {
namespace {

// Points of one study among threads and other processes.
class Dealer {
   public:
    Dealer(StudyStore& store, const SweepOptions& options)
        : store_(store),
          options_(options),
          points_(pending_points(store, options.shard)),
          counts_(store.counts()) {}

    // Nothing where there are no more, or no more are wanted.
    std::optional<std::size_t> next() {
        const std::lock_guard lock(mutex_);
        if (error_ || at_ == points_.size() || (options_.cancel != nullptr && *options_.cancel))
            return std::nullopt;
        return points_[at_++];
    }

    void save(const PointResult& result) {
        const std::lock_guard lock(mutex_);
        store_.save(result);
        ++saved_;
        ++(result.failure.empty() ? counts_.done : counts_.failed);
        if (options_.progress) options_.progress(counts_);
    }

    void fail(std::exception_ptr error) {
        const std::lock_guard lock(mutex_);
        if (!error_) error_ = std::move(error);
    }

    // After all have ended.
    bool finish() const {
        if (error_) std::rethrow_exception(error_);
        return saved_ == points_.size();
    }
    [[nodiscard]] bool has_failed() {
        const std::lock_guard lock(mutex_);
        return error_ != nullptr;
    }

   private:
    StudyStore& store_;
    const SweepOptions& options_;
    std::vector<std::size_t> points_;
    std::mutex mutex_;
    std::size_t at_ = 0, saved_ = 0;
    StoreCounts counts_;
    std::exception_ptr error_;
};

std::string order_for(std::optional<std::size_t> point) {
    return point ? std::to_string(*point) : "";
}

// Answers the others until each has been told that there is no more.
void serve_others(Ranks& ranks, Dealer& dealer) {
    constexpr std::chrono::milliseconds pause{1};
    int asking = ranks.size() - 1;
    while (asking > 0) {
        const std::optional<Ranks::Message> message = ranks.poll();
        if (!message) {
            std::this_thread::sleep_for(pause);
            continue;
        }
        try {
            if (!message->bytes.empty()) dealer.save(result_from(message->bytes));
        } catch (...) {
            dealer.fail(std::current_exception());
        }
        const std::string order = order_for(dealer.next());
        if (order.empty()) --asking;
        ranks.send(message->from, order);
    }
}

}  // namespace

bool sweep_as_first(Ranks& ranks, const Study& study, StudyStore& store,
                    const SweepOptions& options) {
    Dealer dealer(store, options);
    const auto work = [&] {
        try {
            while (const std::optional<std::size_t> point = dealer.next())
                dealer.save(run_point(study, *point, 1, options.isa));
        } catch (...) {
            dealer.fail(std::current_exception());
        }
    };
    {
        std::vector<std::jthread> workers;
        for (int t = 0; t < options.threads; ++t) workers.emplace_back(work);
        serve_others(ranks, dealer);
    }
    return dealer.finish();
}

void sweep_as_other(Ranks& ranks, const Study& study, const SweepOptions& options) {
    std::string done;  // nothing yet: only asks
    while (true) {
        ranks.send(0, done);
        const std::string order = ranks.receive().bytes;
        if (order.empty()) return;
        done = bytes_of(run_point(study, std::stoul(order), options.threads, options.isa));
    }
}

std::string bytes_of(const PointResult& result) {
    nlohmann::json json{{"point", result.point},
                        {"failure", result.failure},
                        {"seconds", result.seconds},
                        {"outcomes", result.outcomes}};
    json["factors"] = nlohmann::json::array();
    for (const FactorValue& value : result.factors)
        json["factors"].push_back(
            {value.number ? nlohmann::json(*value.number) : nlohmann::json(), value.level});
    std::string bytes;
    nlohmann::json::to_cbor(json, bytes);
    return bytes;
}

PointResult result_from(const std::string& bytes) {
    const nlohmann::json json = nlohmann::json::from_cbor(bytes);
    PointResult result;
    result.point = json["point"];
    result.failure = json["failure"];
    result.seconds = json["seconds"];
    result.outcomes = json["outcomes"].get<std::vector<std::vector<double>>>();
    for (const nlohmann::json& value : json["factors"])
        result.factors.push_back(
            {value[0].is_null() ? std::nullopt : std::optional<double>(value[0].get<double>()),
             value[1]});
    return result;
}

}  // namespace zhaimao
