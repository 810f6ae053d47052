#include "engine/analysis/point_dealer.h"

#include <algorithm>

namespace zhaimao {
namespace {

constexpr double longest_seconds = 30.0;  // of points computed together

}  // namespace

PointDealer::PointDealer(const Study& study, StudyStore& store, const SweepOptions& options,
                         std::size_t workers)
    : study_(study),
      store_(store),
      options_(options),
      points_(pending_points(store, options.shard)),
      workers_(workers),
      neighbours_(study.options.neighbours(study.factors)),
      counts_(store.counts()) {}

// How many are dealt at a time. The first ones tell how long a point takes.
std::size_t PointDealer::most() const {
    if (seconds_a_point_ <= 0.0) return 1;
    const auto in_time = static_cast<std::size_t>(longest_seconds / seconds_a_point_);
    const std::size_t in_turn = (points_.size() - at_) / (2 * workers_);
    return std::max<std::size_t>(1, std::min({in_time, in_turn, neighbours_}));
}

std::vector<std::size_t> PointDealer::next() {
    const std::lock_guard lock(mutex_);
    std::vector<std::size_t> dealt;
    if (error_ || (options_.cancel != nullptr && *options_.cancel)) return dealt;
    for (const std::size_t n = most(); dealt.size() < n && at_ < points_.size(); ++at_) {
        if (!dealt.empty() && points_[at_] / neighbours_ != dealt.front() / neighbours_) break;
        dealt.push_back(points_[at_]);
    }
    return dealt;
}

void PointDealer::save(const std::vector<PointResult>& results) {
    const std::lock_guard lock(mutex_);
    store_.save(results);
    for (const PointResult& result : results) {
        ++saved_;
        ++(result.failure.empty() ? counts_.done : counts_.failed);
        seconds_a_point_ = result.seconds;
    }
    if (options_.progress) options_.progress(counts_);
}

void PointDealer::fail(std::exception_ptr error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = std::move(error);
}

void PointDealer::work(int threads) {
    try {
        for (auto points = next(); !points.empty(); points = next())
            save(run_points(study_, points, threads, options_.isa));
    } catch (...) {
        fail(std::current_exception());
    }
}

bool PointDealer::finish() const {
    if (error_) std::rethrow_exception(error_);
    return saved_ == points_.size();
}

}  // namespace zhaimao
