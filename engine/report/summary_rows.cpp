#include "engine/report/summary_rows.h"

namespace zhaimao {

std::vector<Column> with_summary(std::vector<Column> columns) {
    for (const char* name : {"mean", "sd", "q05", "q25", "q50", "q75", "q95", "mcse"}) {
        columns.push_back({name, CellType::real});
    }
    columns.push_back({"n", CellType::whole});
    return columns;
}

void add_summary_row(Table& table, std::vector<Cell> cells, const Summary& s) {
    for (const double x : {s.mean, s.sd, s.q05, s.q25, s.q50, s.q75, s.q95, s.mcse}) {
        cells.emplace_back(x);
    }
    cells.emplace_back(s.n);
    table.add_row(std::move(cells));
}

}  // namespace zhaimao
