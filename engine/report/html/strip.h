// The county-by-year strip: incidence as number and colour, the target's year framed, the year in
// which half of the futures have met it marked. A table, so that it reads without colour or script.
#pragma once

#include <string>

#include "engine/report/figure_text.h"
#include "engine/report/run_results.h"

namespace zhaimao {

// Counties by deadline, then name; the least likely ones where there are many; the city last. Empty
// where the run has no incidence.
[[nodiscard]] std::string strip_markup(const RunResults& results, const ReportStyle& style);

}  // namespace zhaimao
