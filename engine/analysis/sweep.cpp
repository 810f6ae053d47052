#include "engine/analysis/sweep.h"

#include <algorithm>
#include <thread>

#include "engine/analysis/point_dealer.h"

namespace zhaimao {

std::vector<std::size_t> pending_points(const StudyStore& store, const Shard& shard) {
    const std::vector<bool> settled = store.settled();
    std::vector<std::size_t> points;
    for (std::size_t p = shard.first(settled.size()); p < shard.end(settled.size()); ++p)
        if (!settled[p]) points.push_back(p);
    return points;
}

bool sweep(const Study& study, StudyStore& store, const SweepOptions& options) {
    const auto threads = static_cast<std::size_t>(options.threads);
    const std::size_t points = pending_points(store, options.shard).size();
    if (points == 0) return true;
    const std::size_t workers = std::min(threads, points);
    // Few points, many threads: the replicates of a point share what is left.
    const int threads_a_point = static_cast<int>(threads / workers);
    PointDealer dealer(study, store, options, workers);
    {
        std::vector<std::jthread> others;
        for (std::size_t w = 1; w < workers; ++w)
            others.emplace_back([&] { dealer.work(threads_a_point); });
        dealer.work(threads_a_point);
    }
    return dealer.finish();
}

}  // namespace zhaimao
