// The section `assumptions`: every input of the run with its source, those that the main result can
// be seen to lean on first (table `influence`), then what else is drawn, then the rest.
#pragma once

#include "engine/report/figure_text.h"
#include "engine/report/report_table.h"
#include "engine/report/run_results.h"

namespace zhaimao {

[[nodiscard]] ReportTable assumption_section(const RunResults& results, const ReportStyle& style);

// Of table `assumption`.
struct InputCounts {
    std::size_t inputs = 0;
    std::size_t assumptions = 0;   // of these
    std::size_t never_varied = 0;  // of the assumptions
    std::size_t leaned_on = 0;     // inputs told apart from chance
};
[[nodiscard]] InputCounts input_counts(const RunResults& results);

}  // namespace zhaimao
