// The answer of a page that holds several runs against the first, in a sentence a run.
#pragma once

#include <string>
#include <vector>

#include "engine/report/figure_text.h"
#include "engine/report/report_table.h"
#include "engine/report/run_results.h"

namespace zhaimao {

// How many people more or fewer are poor at the last deadline, and how likely all targets are met.
// `sections` are those of the comparison (comparison.h).
[[nodiscard]] std::string comparison_front(const std::vector<const RunResults*>& runs,
                                           const std::vector<ReportTable>& sections,
                                           const ReportStyle& style);

}  // namespace zhaimao
