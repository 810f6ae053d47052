// What is said of a chart to those who do not see it: what it is about, its ends, and where every
// figure stands.
#pragma once

#include <string>

#include "engine/report/figure_text.h"
#include "engine/report/report_table.h"

namespace zhaimao {

[[nodiscard]] std::string alt_of(const ReportTable& table, const ReportStyle& style);
// With the first and the last figure of a row; of a row that is not there, as alt_of.
[[nodiscard]] std::string alt_of_row(const ReportTable& table, std::size_t row,
                                     const ReportStyle& style);
// With the lowest and the highest figure of the first column of the kind.
[[nodiscard]] std::string alt_of_column(const ReportTable& table, FigureKind kind,
                                        const ReportStyle& style);

}  // namespace zhaimao
