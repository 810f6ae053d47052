// Table `difference` of a comparison.
#pragma once

#include "engine/analysis/compare.h"
#include "engine/io/table.h"
#include "engine/report/context.h"

namespace zhaimao {

// baseline, scenario, area_id, year, indicator, mean, conf_low, conf_high, conf_level,
// variance_ratio: every indicator of every area and year of each scenario against the baseline.
class DifferenceTable {
   public:
    explicit DifferenceTable(const ReportContext& baseline);
    void add(const std::string& scenario, const Ensemble& before, const Ensemble& after);
    [[nodiscard]] const Table& table() const { return table_; }

   private:
    const ReportContext& baseline_;
    Table table_;
};

}  // namespace zhaimao
