// What a page draws of a section: the figures of its table with the texts that stand there, so that
// what a reader points at says what the table says. page.js and its neighbours draw them.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "engine/report/figure_text.h"
#include "engine/report/report_table.h"

namespace zhaimao {

struct PageChart {
    std::string id;    // unique on the page
    std::string alt;   // what those who do not see it are told
    std::string note;  // under it: what bands and whiskers are
    // id, kind, title, unit, heads, rows: [{name, cells: [[value, low, high, text] or null]}]; in
    // the reader's unit
    nlohmann::ordered_json drawing;
};

struct ChartContext {
    bool compares = false;  // ranges of lines are intervals of a mean difference
    // The limit of each county by its place in the table, a share; undefined: it has none.
    std::vector<double> limits{};
    // Rows to draw where there are too many: of tables by county, and of targets; empty: none is
    // chosen beforehand.
    std::vector<std::size_t> counties{}, targets{};
};

// None where the section has nothing to draw.
[[nodiscard]] std::vector<PageChart> page_charts(const ReportTable& table,
                                                 const ChartContext& context,
                                                 const ReportStyle& style);

}  // namespace zhaimao
