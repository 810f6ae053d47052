// Values by year: keys "2016", "2018..2020" (both ends included) and "2017+" (from then on), each
// year once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/config/node.h"
#include "engine/core/config/path.h"
#include "engine/core/diagnostics.h"

namespace zhaimao {

struct YearSpan {
    static constexpr int open_end = 9999;

    int first = 0;
    int last = 0;  // open_end: from `first` on

    [[nodiscard]] bool covers(int year) const { return first <= year && year <= last; }
    [[nodiscard]] bool overlaps(const YearSpan& o) const {
        return first <= o.last && o.first <= last;
    }
    [[nodiscard]] std::string text() const;
};

// nullopt: the key is not of years. A year has four digits; a backward range is none.
[[nodiscard]] std::optional<YearSpan> parse_year_span(std::string_view key);

// A map with at least one key of years.
[[nodiscard]] bool is_year_map(const Node& node);

struct YearEntry {
    YearSpan span;
    const Entry* entry;
};

// The entries of a year map in the order written. Keys that are no years, and years given twice,
// are mistakes.
[[nodiscard]] std::vector<YearEntry> read_year_map(const Node& map, const PathTo& path,
                                                   Diagnostics& diagnostics);

}  // namespace zhaimao
