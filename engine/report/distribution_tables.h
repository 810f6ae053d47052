// The tables about the whole distribution of income: from the twentieths of the record.
//
//   lorenz            share of income of the poorest share p of people, p = 0.05, 0.10, ..., 1
//   growth_incidence  (mean_t / mean_0)^(1 / (t - start)) - 1 of each twentieth, named by its
//   middle
//
// Twentieths are of true income per head, regrouped every year: places are compared, not persons
// (Ravallion and Chen 2003). Each replicate has its own curve; summaries are over replicates, those
// left out whose twentieth has no income above zero. Where incomes are not counted by class there
// are no rows. Error: population/measures/class_measures.h.
#pragma once

#include "engine/io/table.h"
#include "engine/report/context.h"

namespace zhaimao {

// scenario, area_id, year, population_share, *
[[nodiscard]] Table lorenz_table(const ReportContext& context, const Ensemble& ensemble);
// scenario, area_id, year, percentile, *: from the year after the start on
[[nodiscard]] Table growth_incidence_table(const ReportContext& context, const Ensemble& ensemble);

}  // namespace zhaimao
