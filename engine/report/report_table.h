// A table as a document shows it: heads in the reader's language, figures unrounded with what says
// how far they may be trusted. Markdown, LaTeX and XLSX are written from it.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/ensemble/summary.h"

namespace zhaimao {

// What a figure counts; it decides unit, decimals and number format.
enum class FigureKind : std::uint8_t {
    text,
    year,
    people,
    money,        // yuan
    share,        // shown in per cent
    probability,  // shown in whole per cent; 0 and 100 are kept for never and always
    points,       // how much a probability differs, in percentage points, with one decimal
    number,       // plain, with two decimals
    quantity,     // in the unit that its head names, with three significant digits
};

// What lies within a figure's range: the number that is estimated, with 95 % confidence, or nine
// futures of ten.
enum class RangeKind : std::uint8_t { interval, futures };

struct Figure {
    double value = Summary::undefined;
    double low = Summary::undefined;  // of its range
    double high = Summary::undefined;
    double error = Summary::undefined;  // Monte Carlo standard error; undefined: not an estimate
    RangeKind range = RangeKind::interval;

    [[nodiscard]] bool has_range() const {
        return std::isfinite(low) && std::isfinite(high) && low < high;
    }
};

// Mean with the range of 90 % of futures; a known number stands alone (its spread is none, or the
// rounding of sums).
[[nodiscard]] inline Figure figure_of(const Summary& s) {
    constexpr double rounding = 1e-12;  // relative: some thousand roundings of a double
    if (!(s.sd > rounding * std::abs(s.mean)))
        return {s.mean, Summary::undefined, Summary::undefined, s.mcse, RangeKind::futures};
    return {s.mean, s.q05, s.q95, s.mcse, RangeKind::futures};
}

using ReportCell = std::variant<std::monostate, std::string, Figure>;

struct ReportColumn {
    std::string head;
    FigureKind kind = FigureKind::text;
};

enum class ReportChart : std::uint8_t {
    none,
    lines,      // a line a row; the closing row stands for all
    panels,     // the same, each row for itself
    curves,     // over the rows, a column for itself
    bars,       // a bar a row: its probabilities
    intervals,  // the same of plain numbers, around zero
    tornado,    // a bar a row and column of the first figures' kind, from zero
    columns,    // over the columns, rows beside each other
    stacked,    // the same, rows on each other
    waterfall,  // the first figure of each row, from the first row's level to the last one's
    flows,      // between what the first two columns name, by year
};

struct ReportTable {
    std::string section;  // id: poor, incidence, ...
    // Which of the section's tables it is, from 1: the run, or the outcome, that it is about; 0:
    // the only one.
    std::size_t part = 0;
    std::string title;  // with the unit of its figures, where all have one
    std::vector<ReportColumn> columns;
    std::vector<std::vector<ReportCell>> rows;
    std::size_t closing_rows = 0;  // the last ones stand apart: sums, limits
    bool sums = false;             // the first closing row is the sum of those above it
    ReportChart chart = ReportChart::none;
    std::size_t charted_rows = 0;  // the first ones; 0: all but the closing ones
    std::string note{};            // under it; empty: none
};

[[nodiscard]] inline bool has_any(const std::vector<ReportTable>& tables,
                                  std::initializer_list<std::string_view> sections) {
    return std::any_of(tables.begin(), tables.end(), [&](const ReportTable& table) {
        return std::find(sections.begin(), sections.end(), table.section) != sections.end();
    });
}

}  // namespace zhaimao
