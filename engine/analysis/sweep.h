// Runs the points of a study that are not in its store yet: on threads.
#pragma once

#include <atomic>
#include <functional>

#include "engine/analysis/study_store.h"

namespace zhaimao {

// The i-th of n parts of a study: points in a row, as neighbours share their work. Their numbers
// differ by one at most.
struct Shard {
    std::size_t index = 1;  // from 1
    std::size_t count = 1;

    [[nodiscard]] std::size_t first(std::size_t points) const {
        return points * (index - 1) / count;
    }
    [[nodiscard]] std::size_t end(std::size_t points) const { return points * index / count; }
};

struct SweepOptions {
    int threads = 1;
    Isa isa = Isa::baseline;
    Shard shard;
    const std::atomic<bool>* cancel = nullptr;  // running points are finished and saved
    // Called under a lock after each point with what the store then holds.
    std::function<void(const StoreCounts&)> progress;
};

// False where it was cancelled before all points of the shard were there.
[[nodiscard]] bool sweep(const Study& study, StudyStore& store, const SweepOptions& options);

// Those of the shard that are neither done nor failed, in order.
[[nodiscard]] std::vector<std::size_t> pending_points(const StudyStore& store, const Shard& shard);

}  // namespace zhaimao
