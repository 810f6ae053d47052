#include "engine/analysis/sweep.h"

#include <algorithm>
#include <mutex>

#include "engine/core/parallel.h"

namespace zhaimao {

std::vector<std::size_t> pending_points(const StudyStore& store, const Shard& shard) {
    const std::vector<bool> settled = store.settled();
    std::vector<std::size_t> points;
    for (std::size_t p = 0; p < settled.size(); ++p)
        if (!settled[p] && shard.has(p)) points.push_back(p);
    return points;
}

bool sweep(const Study& study, StudyStore& store, const SweepOptions& options) {
    const std::vector<std::size_t> points = pending_points(store, options.shard);
    if (points.empty()) return true;
    const auto threads = static_cast<std::size_t>(options.threads);
    const std::size_t workers = std::min(threads, points.size());
    // Few points, many threads: the replicates of a point share what is left.
    const int threads_a_point = static_cast<int>(threads / workers);
    std::mutex mutex;
    StoreCounts counts = store.counts();
    return for_each_index(
        points.size(), workers,
        [&](std::size_t index, std::size_t) {
            const PointResult result =
                run_point(study, points[index], threads_a_point, options.isa);
            const std::lock_guard lock(mutex);
            store.save(result);
            ++(result.failure.empty() ? counts.done : counts.failed);
            if (options.progress) options.progress(counts);
        },
        options.cancel);
}

}  // namespace zhaimao
