// Which rows of a table are drawn: all, or those worth it where they are too many for a screen or a
// page.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/report/html/charts.h"
#include "engine/report/html/strip.h"

namespace zhaimao {

[[nodiscard]] std::vector<std::size_t> first_rows(std::size_t all, std::size_t most);

// Of a table by county and year, without its closing rows: those that the context has chosen; of a
// comparison those that differ most in the last year.
[[nodiscard]] std::vector<std::size_t> drawn_counties(const ReportTable& table,
                                                      const ChartContext& context);

// Of a table whose columns of the kind are drawn as bars; of a comparison of probabilities those
// that differ most.
[[nodiscard]] std::vector<std::size_t> bar_rows(const ReportTable& table, FigureKind kind,
                                                const ChartContext& context);

// Those of whichever chart the table has, where it draws some of many counties; else empty.
[[nodiscard]] std::vector<std::size_t> drawn_rows(const ReportTable& table,
                                                  const ChartContext& context);

[[nodiscard]] std::vector<std::size_t> columns_of(const ReportTable& table, FigureKind kind);
// Whether any figure of these columns has a range.
[[nodiscard]] bool any_range(const ReportTable& table, const std::vector<std::size_t>& columns);

}  // namespace zhaimao
