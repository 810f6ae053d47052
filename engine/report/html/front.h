// The first screen of a report: the answer in one sentence, how likely all targets are met, who is
// most at risk, the strip, exits, money, what it rests on and under which definitions.
#pragma once

#include <string>
#include <vector>

#include "engine/report/figure_text.h"
#include "engine/report/report_table.h"
#include "engine/report/run_results.h"

namespace zhaimao {

// Under which definitions, when and by what the figures were made: a list of names and values.
[[nodiscard]] std::string facts_markup(const RunResults& results, const ReportStyle& style);

// What the run has nothing to say on is left out. `sections` are those of the run (sections.h).
[[nodiscard]] std::string front_markup(const RunResults& results,
                                       const std::vector<ReportTable>& sections,
                                       const ReportStyle& style);

}  // namespace zhaimao
