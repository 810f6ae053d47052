// The section `contributions`: who does the work, of a folder that `decompose` wrote.
#pragma once

#include "engine/report/figure_text.h"
#include "engine/report/report_table.h"
#include "engine/report/run_results.h"

namespace zhaimao {

// From table `contribution`: growth alone, each batch or instrument (the largest share of exits
// first), and all together. Brackets are 95 % intervals of the mean.
[[nodiscard]] ReportTable contribution_section(const RunResults& results, const ReportStyle& style);

// What stands under it: what brackets are, over which orders shares are means, the citation.
[[nodiscard]] std::vector<std::string> contribution_notes(const RunResults& results,
                                                          const ReportStyle& style);

}  // namespace zhaimao
