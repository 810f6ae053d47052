// What a document says of a study beside its tables: the design, what indices mean, which points
// have no outcome.
#pragma once

#include <string>
#include <vector>

#include "engine/report/figure_text.h"
#include "engine/report/run_results.h"

namespace zhaimao {

// "Saltelli, 2,048 points, 6 factors"
[[nodiscard]] std::string study_design_text(const AboutStudy& study, Language language);
// "Three that matter (study saltelli of scenario linfen-plan, seed 2016, 20 futures a point), ..."
[[nodiscard]] std::string study_citation(const RunData& run, const ReportStyle& style);
// Of a run that is a study. A sentence an element, the citation last.
[[nodiscard]] std::vector<std::string> study_notes(const RunResults& results,
                                                   const ReportStyle& style);

}  // namespace zhaimao
