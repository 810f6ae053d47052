#include "engine/report/sweep_progress.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace zhaimao;
using namespace std::chrono_literals;

namespace {

// What is shown, in a file of its own.
struct Shown {
    std::FILE* file = std::tmpfile();
    ~Shown() { std::fclose(file); }
    [[nodiscard]] std::string text() const {
        std::string text(static_cast<std::size_t>(std::ftell(file)), '\0');
        std::rewind(file);
        return text.substr(0, std::fread(text.data(), 1, text.size(), file));
    }
};

using Clock = SweepProgress::Clock;

}  // namespace

TEST_CASE("a study says how many points are there, how fast and how long it takes",
          "[report][sweep_progress]") {
    CHECK(sweep_line({2048, 310, 2}, 2048, 2.3) ==
          "312 of 2,048 points, 2 failed, 2.3 a second, 12:35 left");
    CHECK(sweep_line({20, 5, 0}, 20, 0.25) == "5 of 20 points, 15.0 a minute, 1:00 left");
    CHECK(sweep_line({20, 0, 0}, 20, 0.0) == "0 of 20 points");
    CHECK(sweep_line({20, 5, 1}, 6, 0.25) == "6 of 6 points, 1 failed, complete");
    CHECK(sweep_line({2048, 310, 2}, 2048, 2.3, Language::zh) ==
          "已完成312/2,048个点，其中2个失败，每秒2.3个，还需12:35");
}

TEST_CASE("where there is no terminal, progress is a line a minute", "[report][sweep_progress]") {
    const Shown shown;
    {
        SweepProgress progress(SweepProgress::Shown::a_line_a_minute, 100, {100, 10, 0},
                               shown.file);
        const Clock::time_point start = Clock::now();
        for (std::size_t second = 1; second <= 150; ++second)
            progress.update({100, 10 + second / 2, 0}, start + second * 1s);
    }
    const std::string text = shown.text();
    CHECK(std::count(text.begin(), text.end(), '\n') == 2);
    CHECK(text.starts_with("40 of 100 points, 30.0 a minute, 2:00 left\n"));
    CHECK(text.find('\r') == std::string::npos);
}

TEST_CASE("on a terminal progress is one line, wiped at the end; with -q there is none",
          "[report][sweep_progress]") {
    const Shown terminal, quiet;
    for (const Shown* shown : {&terminal, &quiet}) {
        SweepProgress progress(
            shown == &quiet ? SweepProgress::Shown::nothing : SweepProgress::Shown::one_line, 4,
            {4, 0, 0}, shown->file);
        const Clock::time_point start = Clock::now();
        for (std::size_t k = 1; k <= 4; ++k) progress.update({4, k, 0}, start + k * 1s);
    }
    CHECK(quiet.text().empty());
    const std::string text = terminal.text();
    CHECK(text.find('\n') == std::string::npos);
    CHECK(std::count(text.begin(), text.end(), '\r') == 5);
    CHECK(text.ends_with("\r\x1b[K"));
}
