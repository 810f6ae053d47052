// What tables of summaries have in common: the columns of `*`, a row, the walk over areas and
// years.
#pragma once

#include <vector>

#include "engine/ensemble/summary.h"
#include "engine/io/table.h"
#include "engine/report/context.h"

namespace zhaimao {

// The columns, and behind them mean, sd, q05, q25, q50, q75, q95, mcse, n.
[[nodiscard]] std::vector<Column> with_summary(std::vector<Column> columns);

void add_summary_row(Table& table, std::vector<Cell> cells, const Summary& s);

// Calls visit(area, year) for every area, and years from `first` to the horizon.
template <class Visit>
void for_each_area_year(const ReportContext& context, int first, const Visit& visit) {
    for (std::size_t area = 0; area <= context.counties.size(); ++area) {
        for (int year = first; year <= context.last_year; ++year) visit(area, year);
    }
}

}  // namespace zhaimao
