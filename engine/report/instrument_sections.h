// The sections `served` and `money`: what each instrument did in a year, in the whole city.
#pragma once

#include <string>

#include "engine/report/figure_text.h"
#include "engine/report/report_table.h"
#include "engine/report/run_results.h"

namespace zhaimao {

// From table `intervention_year`, a row an instrument: people newly enrolled in the year; whoever
// is covered, of an entitlement.
[[nodiscard]] ReportTable served_section(const RunResults& results, const ReportStyle& style);
// A row an instrument that has a cost, then the top-ups to the social security line, which are no
// instrument's; the closing row is all of it, as comparison.h has it.
[[nodiscard]] ReportTable money_section(const RunResults& results, const ReportStyle& style);

// How many instruments have no figure of money in the configuration; the note names them, too.
// Empty where all have one, or where the run does not say.
[[nodiscard]] std::string money_caveat(const RunResults& results, const ReportStyle& style);
[[nodiscard]] std::string money_note(const RunResults& results, const ReportStyle& style);

}  // namespace zhaimao
