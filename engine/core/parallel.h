// Loops over independent tasks (counties, replicates, points of a study) on several threads.
//
// Indices are handed out in increasing order to whichever thread is free, so results must be kept
// by index, never in order of completion; then they cannot depend on threads. No exception crosses
// a thread: it is stored under its index, no further index is handed out, and after the join that
// of the lowest index is thrown. All lower indices had been handed out before, so it is the same
// one for every number of threads.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>

namespace zhaimao {

// Threads of the machine, at least one.
[[nodiscard]] std::size_t available_threads();

// Calls task(index, worker) for every index in [0, count), with worker in [0, min(threads, count)):
// the number of the thread, to choose scratch by. One thread (or none) runs inline, in order. Once
// *cancel is true no further index begins. Returns whether all indices ran.
bool for_each_index(std::size_t count, std::size_t threads,
                    const std::function<void(std::size_t index, std::size_t worker)>& task,
                    const std::atomic<bool>* cancel = nullptr);

}  // namespace zhaimao
