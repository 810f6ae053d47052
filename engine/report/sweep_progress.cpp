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

struct LineWords {
    std::string_view points;              // settled ones, all
    std::string_view failed, complete;    // points
    std::string_view a_minute, a_second;  // points
    std::string_view left;                // a clock's time
};
constexpr LineWords english{"{} of {} points",   ", {} failed",       ", complete",
                            ", {:.1f} a minute", ", {:.1f} a second", ", {} left"};
constexpr LineWords chinese{"已完成{}/{}个点",  "，其中{}个失败", "，全部完成",
                            "，每分钟{:.1f}个", "，每秒{:.1f}个", "，还需{}"};

}  // namespace

std::string sweep_line(const StoreCounts& counts, std::size_t total, double points_a_second,
                       Language language) {
    const LineWords& said = language == Language::zh ? chinese : english;
    const auto fill = [](std::string_view text, const auto&... args) {
        return fmt::format(fmt::runtime(text), args...);
    };
    std::string line = fill(said.points, number(settled(counts)), number(total));
    if (counts.failed > 0) line += fill(said.failed, number(counts.failed));
    if (settled(counts) >= total) return line + std::string(said.complete);
    if (points_a_second <= 0.0) return line;
    const double left = static_cast<double>(total - settled(counts)) / points_a_second;
    return line +
           (points_a_second < 1.0 ? fill(said.a_minute, 60.0 * points_a_second)
                                  : fill(said.a_second, points_a_second)) +
           fill(said.left, clock_text(left));
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
