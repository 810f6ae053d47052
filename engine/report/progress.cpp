#include "engine/report/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace zhaimao {

namespace {

constexpr std::chrono::milliseconds refresh{200};
constexpr const char* wipe = "\r\x1b[K";

}  // namespace

std::string clock_text(double seconds) {
    const auto whole = static_cast<long long>(seconds + 0.5);
    if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
    return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

std::string progress_line(int done, int total, double elapsed_seconds, std::string_view unit) {
    std::string line =
        fmt::format("{:>{}} of {} {}", done, std::to_string(total).size(), total, unit);
    if (done > 0) {
        line += fmt::format(", {} left", clock_text(elapsed_seconds * (total - done) / done));
    }
    return line;
}

Progress::Progress(std::string unit, bool shown) : unit_(std::move(unit)), shown_(shown) {}

Progress::~Progress() {
    if (shown_) std::fputs(wipe, stderr);
}

void Progress::update(int done, int total) {
    if (!shown_) return;
    const std::lock_guard lock(mutex_);
    const Clock::time_point now = Clock::now();
    // Threads may report out of order; the line never goes back.
    done_ = std::max(done_, done);
    if (now - last_shown_ < refresh) return;
    last_shown_ = now;
    const double elapsed = std::chrono::duration<double>(now - start_).count();
    std::fputs((wipe + progress_line(done_, total, elapsed, unit_)).c_str(), stderr);
    std::fflush(stderr);
}

bool can_show_progress() {
    return ::isatty(STDERR_FILENO) == 1;
}

}  // namespace zhaimao
