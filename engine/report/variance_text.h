// What `decompose --variance` prints, and table `variance_budget`.
#pragma once

#include <string>

#include "engine/analysis/variance_budget.h"
#include "engine/io/table.h"
#include "engine/report/context.h"
#include "engine/report/labels.h"

namespace zhaimao {

// First what more replicates would and would not narrow, then a row an outcome: its sd, and of its
// variance the share of each component. Ends with a line break.
[[nodiscard]] std::string variance_text(const ReportContext& context, const VarianceBudget& budget,
                                        Language language);

[[nodiscard]] std::string variance_json(const ReportContext& context, const VarianceBudget& budget,
                                        const std::string& folder);

// scenario, area_id, outcome, component, share, conf_low, conf_high, first_order, total, sd, n.
// Shares of one outcome add up to one; empty where it never varies.
[[nodiscard]] Table variance_table(const ReportContext& context, const VarianceBudget& budget);

}  // namespace zhaimao
