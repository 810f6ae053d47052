// The section `growth`: how fast incomes of the city grew, by place in the distribution.
#pragma once

#include "engine/report/figure_text.h"
#include "engine/report/report_table.h"
#include "engine/report/run_results.h"

namespace zhaimao {

// From table `growth_incidence`: yearly growth since the start, a row a twentieth of people.
[[nodiscard]] ReportTable growth_section(const RunResults& results, const ReportStyle& style);

}  // namespace zhaimao
