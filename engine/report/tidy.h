// The raw form of a report: the projection as one tidy table, numbers unrounded, for programs and
// statisticians.
#pragma once

#include <string>
#include <vector>

#include "engine/io/table.h"
#include "engine/report/figure_text.h"
#include "engine/report/run_results.h"

namespace zhaimao {

// run, scenario, area_id, area, year, intervention, indicator, unit, mean .. n. Of the sections
// named (sections.h; empty: all): poor_people, incidence, the flows of the register, p_on_time
// (year is the deadline, n the futures), served_people and money of each intervention,
// p_fail_RULE (at the deadline: rules_section.h),
// top_up_money. `run` is the name of the folder. Texts are quoted against spreadsheets
// (spreadsheet_text).
[[nodiscard]] Table tidy_table(const std::vector<RunResults>& runs,
                               const std::vector<std::string>& sections, const ReportStyle& style);

// A text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage
// return) with an apostrophe in front; any other as it is.
[[nodiscard]] std::string spreadsheet_text(const std::string& text);

}  // namespace zhaimao
