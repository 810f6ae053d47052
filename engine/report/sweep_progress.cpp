#include "engine/report/sweep_progress.h"

#include <fmt/format.h>

#include <cstdio>

#include "engine/report/progress.h"
#include "engine/report/text.h"

namespace zhaimao {
namespace {

constexpr const char* wipe = "\r\x1b[K";

std::size_t settled(const StoreCounts& counts) {
    return counts.done + counts.failed;
}

std::string number(std::size_t n) {
    return with_thousands(static_cast<std::int64_t>(n));
}

}  // namespace

std::string sweep_line(const StoreCounts& counts, std::size_t total, double points_a_second) {
    std::string line = fmt::format("{} of {} points", number(settled(counts)), number(total));
    if (counts.failed > 0) line += fmt::format(", {} failed", number(counts.failed));
    if (settled(counts) >= total) return line + ", complete";
    if (points_a_second <= 0.0) return line;
    const double left = static_cast<double>(total - settled(counts)) / points_a_second;
    return line +
           (points_a_second < 1.0 ? fmt::format(", {:.1f} a minute", 60.0 * points_a_second)
                                  : fmt::format(", {:.1f} a second", points_a_second)) +
           fmt::format(", {} left", clock_text(left));
}

SweepProgress::SweepProgress(Shown shown, std::size_t total, const StoreCounts& before,
                             std::FILE* to)
    : shown_(shown), total_(total), before_(settled(before)), to_(to) {}

SweepProgress::~SweepProgress() {
    if (shown_ == Shown::one_line) std::fputs(wipe, to_);
}

void SweepProgress::update(const StoreCounts& counts, Clock::time_point now) {
    constexpr std::chrono::milliseconds refresh{200};
    constexpr std::chrono::minutes pause{1};
    if (shown_ == Shown::nothing) return;
    const bool terminal = shown_ == Shown::one_line;
    if (now - last_shown_ < (terminal ? Clock::duration(refresh) : Clock::duration(pause))) return;
    last_shown_ = now;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    const double rate = static_cast<double>(settled(counts) - before_) / seconds;
    const std::string line = sweep_line(counts, total_, rate);
    std::fputs((terminal ? wipe + line : line + '\n').c_str(), to_);
    std::fflush(to_);
}

}  // namespace zhaimao
