// The tables of a run folder, each with the columns that `tables/NAME.csv` documents.
//
// One row an observation. Areas stand in order of code, the city last; years ascend; the rest is in
// the order of its closed list. Flows begin in the year after the start: nothing was simulated
// before. `mean .. n` stand for mean, sd, q05, q25, q50, q75, q95, mcse, n; an empty field is
// undefined, and n counts finite values only.
#pragma once

#include <vector>

#include "engine/io/table.h"
#include "engine/report/context.h"

namespace zhaimao {

// area_id, parent_id, level, name_en, name_zh, designation
[[nodiscard]] Table area_table(const ReportContext& context);
// indicator, unit, label_en, label_zh, definition
[[nodiscard]] Table indicator_table_of_run();
// scenario, area_id, year, indicator, mean .. n
[[nodiscard]] Table area_year_table(const ReportContext& context, const Ensemble& ensemble);
// scenario, intervention, batch, area_id, year, indicator, mean .. n; done_of_task only where there
// is a task
[[nodiscard]] Table intervention_year_table(const ReportContext& context, const Ensemble& ensemble);
// scenario, area_id, year, status_from, status_to, mean .. n
[[nodiscard]] Table transition_table(const ReportContext& context, const Ensemble& ensemble);
// scenario, area_id, year, flow, cause, mean .. n
[[nodiscard]] Table flow_cause_table(const ReportContext& context, const Ensemble& ensemble);
// scenario, area_id, year, spell (exit_after: years on the register before an exit, relapse_after:
// years since the exit before a relapse; the last counts longer ones too), years, mean .. n; those
// that occur
[[nodiscard]] Table spell_table(const ReportContext& context, const Ensemble& ensemble);
// scenario, area_id, year, fund, indicator, mean .. n
[[nodiscard]] Table budget_table(const ReportContext& context, const Ensemble& ensemble);
// area_id, variable, target, achieved
[[nodiscard]] Table marginal_table(const ReportContext& context);
// path, value, unit, source, known_on, varied
[[nodiscard]] Table assumption_table(const ReportContext& context);

// All tables of a run, in the order of the interface's list; `influence` last.
[[nodiscard]] std::vector<Table> run_tables(const ReportContext& context, const Ensemble& ensemble);

// Id of an area of the ensemble: the county's or the city's code.
[[nodiscard]] std::int64_t area_id(const ReportContext& context, std::size_t area);

}  // namespace zhaimao
