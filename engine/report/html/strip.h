// The county-by-year strip: incidence as number and colour, the target's year framed, the year in
// which half of the futures have met it marked. What it shows; strip_markup.h and strip_svg.h say
// how.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "engine/report/figure_text.h"
#include "engine/report/run_results.h"

namespace zhaimao {

// One screen or page; charts of counties draw no more either.
inline constexpr std::size_t most_drawn_counties = 40;
inline constexpr std::array<double, 6> strip_steps{0.01, 0.03, 0.05, 0.1, 0.15, 0.2};  // shares

struct StripCell {
    std::string text;      // the mean, as a table shows it; "-" where there is none
    std::string full;      // with its range
    std::size_t step = 0;  // how many of strip_steps are not above the mean
    bool known = false;    // else without a colour
    bool due = false;      // the year of the target
    bool met = false;      // half of the futures have met it
};

struct StripRow {
    std::string name;
    std::vector<StripCell> cells;  // by year
    std::string chance;            // P on time with its interval; empty: it has no target
};

struct Strip {
    std::vector<int> years;
    std::vector<StripRow> counties;  // by deadline, then name; where there are many, the least
                                     // likely ones
    std::vector<StripRow> city;
    std::size_t all_counties = 0;  // with a target
};

// Empty years where the run has no incidence.
[[nodiscard]] Strip strip_of(const RunResults& results, const ReportStyle& style);

// "< 1", then ">= 1" and so on, by step.
[[nodiscard]] std::string strip_key(std::size_t step);
// What frames and marks are, and which counties are shown where it is not all.
[[nodiscard]] std::vector<std::string> strip_notes(const Strip& strip, const ReportStyle& style);

}  // namespace zhaimao
