// A section as a sheet: title, heads, typed figures in the reader's unit, unrounded.
//
// Means stand first; behind them, where figures have ranges, the lower and then the upper ends,
// quantiles of futures before confidence intervals, each block under the same heads and what it is.
#pragma once

#include <string>

#include "engine/io/xlsx.h"
#include "engine/report/figure_text.h"
#include "engine/report/report_table.h"

namespace zhaimao {

// Where things stand on the sheet, for charts.
inline constexpr std::uint32_t sheet_block_row = 1, sheet_head_row = 2, sheet_first_row = 3;

[[nodiscard]] Sheet section_sheet(const ReportTable& table, const std::string& name,
                                  const std::vector<std::string>& notes, const ReportStyle& style);

// "#,##0", "0.0%", ...
[[nodiscard]] std::string number_format(FigureKind kind, const ReportStyle& style);

// "A", "Z", "AA" for 0, 25, 26.
[[nodiscard]] std::string column_letters(std::size_t column);

}  // namespace zhaimao
