// Progress of a study on standard error: done, failed, rate and remaining time. On a terminal one
// line that is written over; elsewhere a line a minute, for the log of a batch job.
#pragma once

#include <chrono>
#include <cstdio>
#include <string>

#include "engine/analysis/study_store.h"
#include "engine/report/labels.h"

namespace zhaimao {

// "312 of 2,048 points, 2 failed, 2.3 a second, 12:35 left"; "53 of 53 points, complete".
[[nodiscard]] std::string sweep_line(const StoreCounts& counts, std::size_t total,
                                     double points_a_second, Language language = Language::en);

class SweepProgress {
   public:
    enum class Shown : std::uint8_t { nothing, one_line, a_line_a_minute };

    // `total` points, of which `before` were there already.
    SweepProgress(Shown shown, std::size_t total, const StoreCounts& before,
                  std::FILE* to = stderr);
    SweepProgress(const SweepProgress&) = delete;
    SweepProgress& operator=(const SweepProgress&) = delete;
    ~SweepProgress();  // wipes the line

    using Clock = std::chrono::steady_clock;
    void update(const StoreCounts& counts, Clock::time_point now = Clock::now());

   private:
    Shown shown_;
    std::size_t total_, before_;
    std::FILE* to_;
    Clock::time_point start_ = Clock::now(), last_shown_ = start_;
};

}  // namespace zhaimao
