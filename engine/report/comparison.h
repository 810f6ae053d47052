// Several finished runs side by side: targets, the city's flows, and by county and year how each
// differs from the first.
#pragma once

#include <string>
#include <vector>

#include "engine/report/figure_text.h"
#include "engine/report/report_table.h"
#include "engine/report/run_pair.h"

namespace zhaimao {

// Indicators whose replicates make differences paired.
[[nodiscard]] const std::vector<std::string>& compared_indicators();

// At least two runs, comparable (run_pair.h).
[[nodiscard]] std::vector<ReportTable> comparison_sections(const std::vector<ComparedRun>& runs,
                                                           const ReportStyle& style);
// What the brackets of these sections mean, whether differences are paired and if not why; a
// citation a run.
[[nodiscard]] std::vector<std::string> comparison_notes(const std::vector<ComparedRun>& runs,
                                                        const std::vector<ReportTable>& sections,
                                                        const ReportStyle& style);
[[nodiscard]] std::string comparison_title(const std::vector<ComparedRun>& runs,
                                           const ReportStyle& style);

}  // namespace zhaimao
