// Progress of a long run on standard error: how much is done and how long the rest will take.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>

namespace zhaimao {

// "1:05", "2:00:09".
[[nodiscard]] std::string clock_text(double seconds);

// "  57 of 200 replicates, 0:42 left"; no time before the first is done.
[[nodiscard]] std::string progress_line(int done, int total, double elapsed_seconds,
                                        std::string_view unit);

// One line that is written over; silent where not `shown`. Safe to call from several threads.
class Progress {
   public:
    Progress(std::string unit, bool shown);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();  // wipes the line

    void update(int done, int total);

   private:
    using Clock = std::chrono::steady_clock;
    std::string unit_;
    bool shown_;
    std::mutex mutex_;
    Clock::time_point start_ = Clock::now();
    Clock::time_point last_shown_{};
    int done_ = 0;
};

// Standard error is a terminal.
[[nodiscard]] bool can_show_progress();

}  // namespace zhaimao
