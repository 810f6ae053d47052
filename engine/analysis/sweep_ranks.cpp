#include "engine/analysis/sweep_ranks.h"

#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "engine/analysis/point_dealer.h"

namespace zhaimao {
namespace {

std::string order_for(const std::vector<std::size_t>& points) {
    return points.empty() ? "" : nlohmann::json(points).dump();
}

// Answers the others until each has been told that there is no more.
void serve_others(Ranks& ranks, PointDealer& dealer) {
    constexpr std::chrono::milliseconds pause{1};
    int asking = ranks.size() - 1;
    while (asking > 0) {
        const std::optional<Ranks::Message> message = ranks.poll();
        if (!message) {
            std::this_thread::sleep_for(pause);
            continue;
        }
        try {
            if (!message->bytes.empty()) dealer.save(results_from(message->bytes));
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
    const auto workers = static_cast<std::size_t>(options.threads + ranks.size() - 1);
    PointDealer dealer(study, store, options, workers);
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < options.threads; ++t) threads.emplace_back([&] { dealer.work(1); });
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
        const auto points = nlohmann::json::parse(order).get<std::vector<std::size_t>>();
        done = bytes_of(run_points(study, points, options.threads, options.isa));
    }
}

namespace {

nlohmann::json json_of(const PointResult& result) {
    nlohmann::json json{{"point", result.point},
                        {"failure", result.failure},
                        {"seconds", result.seconds},
                        {"outcomes", result.outcomes}};
    json["factors"] = nlohmann::json::array();
    for (const FactorValue& value : result.factors)
        json["factors"].push_back(
            {value.number ? nlohmann::json(*value.number) : nlohmann::json(), value.level});
    return json;
}

PointResult result_of(const nlohmann::json& json) {
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

}  // namespace

std::string bytes_of(const std::vector<PointResult>& results) {
    nlohmann::json all = nlohmann::json::array();
    for (const PointResult& result : results) all.push_back(json_of(result));
    std::string bytes;
    nlohmann::json::to_cbor(all, bytes);
    return bytes;
}

std::vector<PointResult> results_from(const std::string& bytes) {
    std::vector<PointResult> results;
    for (const nlohmann::json& one : nlohmann::json::from_cbor(bytes))
        results.push_back(result_of(one));
    return results;
}

}  // namespace zhaimao
