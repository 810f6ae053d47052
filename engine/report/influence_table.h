// The table `influence`: how much each outcome leans on each input that the run drew.
#pragma once

#include "engine/io/table.h"
#include "engine/report/context.h"

namespace zhaimao {

// scenario, area_id, outcome, path, rank_correlation, conf_low, conf_high, conf_level,
// distinguishable. Outcomes are those of ensemble/outcomes.h, correlations and the test (1: told
// apart from chance among all inputs of the outcome) those of ensemble/influence.h; the interval is
// of the one correlation. Empty where the outcome or the input is the same in all replicates. A
// path is what keys the draw: of a split year range the path of the whole.
[[nodiscard]] Table influence_table(const ReportContext& context, const Ensemble& ensemble);

}  // namespace zhaimao
