// Deals the points of a study that are not in its store yet to those who compute them, and saves
// what they bring back.
//
// Points are dealt as neighbours, which share much of their work (point.h): of one row or
// trajectory, no more than are computed in half a minute or so, and fewer towards the end, so that
// all finish together. What is dealt is lost where the program is killed, and no result depends on
// it.
#pragma once

#include <exception>
#include <mutex>

#include "engine/analysis/sweep.h"

namespace zhaimao {

class PointDealer {
   public:
    // `workers`: how many compute at a time.
    PointDealer(const Study& study, StudyStore& store, const SweepOptions& options,
                std::size_t workers);

    // In order. None where there are no more, or no more are wanted. From any thread, as all below.
    [[nodiscard]] std::vector<std::size_t> next();
    void save(const std::vector<PointResult>& results);
    void fail(std::exception_ptr error);  // no more are dealt
    // Deals to itself until there are no more, each time on `threads` threads.
    void work(int threads);

    // After all have ended: whether every point is there. Rethrows the first failure.
    [[nodiscard]] bool finish() const;

   private:
    [[nodiscard]] std::size_t most() const;

    const Study& study_;
    StudyStore& store_;
    const SweepOptions& options_;
    std::vector<std::size_t> points_;
    std::size_t workers_, neighbours_;
    std::mutex mutex_;
    std::size_t at_ = 0, saved_ = 0;
    double seconds_a_point_ = 0.0;  // of the last that were saved; 0: none yet
    StoreCounts counts_;
    std::exception_ptr error_;
};

}  // namespace zhaimao
