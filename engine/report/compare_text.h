// What `compare` prints: in words first, then county by county.
#pragma once

#include <string>
#include <vector>

#include "engine/analysis/compare.h"
#include "engine/report/context.h"
#include "engine/report/labels.h"

namespace zhaimao {

struct ComparedScenario {
    Label title;
    std::string id;
    Comparison comparison;
};

// Ends with a line break. [ ] are 95 % intervals of the mean difference; differences not told from
// zero are said to be so.
[[nodiscard]] std::string compare_text(const ReportContext& baseline,
                                       const std::vector<ComparedScenario>& others,
                                       Language language);

// Where as many futures as are drawn at most were not enough; people.
[[nodiscard]] std::string not_reached_text(double wanted, double half_width, Language language);

// For programs: the same, unrounded; `year` is that of poor_people.
[[nodiscard]] std::string compare_json(const ReportContext& baseline,
                                       const std::vector<ComparedScenario>& others,
                                       const std::string& folder);

}  // namespace zhaimao
