// The sections `sensitivity`: which factor decides, of a folder that `sweep` wrote.
#pragma once

#include <vector>

#include "engine/report/figure_text.h"
#include "engine/report/report_table.h"
#include "engine/report/run_results.h"

namespace zhaimao {

// From table `sensitivity`: a table an outcome, a row a factor, the strongest first; a column an
// index with its 95 % interval. mu*, sigma and changes are in the outcome's unit, which stands in
// the head; those of a share in percentage points.
[[nodiscard]] std::vector<ReportTable> sensitivity_sections(const RunResults& results,
                                                            const ReportStyle& style);

}  // namespace zhaimao
