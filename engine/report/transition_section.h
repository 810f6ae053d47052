// The section `transitions`: how many people of the city went from one status of the register to
// another in each year, and how many stayed.
#pragma once

#include "engine/report/figure_text.h"
#include "engine/report/report_table.h"
#include "engine/report/run_results.h"

namespace zhaimao {

// From table `transition`; moves that nobody makes in any year are left out.
[[nodiscard]] ReportTable transition_section(const RunResults& results, const ReportStyle& style);

}  // namespace zhaimao
