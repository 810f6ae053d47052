// The tables about targets. A share's interval is Wilson's at confidence_level.
#pragma once

#include "engine/io/table.h"
#include "engine/report/context.h"

namespace zhaimao {

// scenario, area_id, target, deadline, p_on_time, conf_low, conf_high, conf_level, year_q05,
// year_q50, year_q95, mean_delay, shortfall_people, shortfall_mcse. A year of horizon + 1 means
// never; shortfall_people is the mean over the late replicates in which people are too many at the
// deadline (of the others a delisting is late for another rule), empty where there is none, and
// shortfall_mcse its Monte Carlo standard error, empty where there are fewer than two.
[[nodiscard]] Table target_table(const ReportContext& context, const Ensemble& ensemble);
// scenario, area_id, target, year, p_in, p_by, conf_low, conf_high: of every kind of target,
// whether promised or not; delisting of designated counties only
[[nodiscard]] Table delisting_year_table(const ReportContext& context, const Ensemble& ensemble);
// scenario, area_set, p_all, conf_low, conf_high
[[nodiscard]] Table joint_target_table(const ReportContext& context, const Ensemble& ensemble);
// scenario, area_id, year, rule, p_fail: designated counties only; the share of all replicates in
// which the county is not delisted yet and fails the rule
[[nodiscard]] Table rule_failure_table(const ReportContext& context, const Ensemble& ensemble);

}  // namespace zhaimao
