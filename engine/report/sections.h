// The sections of a document about one run, each a table. Names are in the reader's language.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/figure_text.h"
#include "engine/report/report_table.h"
#include "engine/report/run_results.h"

namespace zhaimao {

inline constexpr std::array<std::string_view, 12> section_ids{
    "targets", "rules", "poor",   "incidence",     "exits",       "transitions",
    "served",  "money", "growth", "contributions", "sensitivity", "assumptions"};

// Every section that the run has something to say on, in that order.
[[nodiscard]] std::vector<ReportTable> sections_of(const RunResults& results,
                                                   const ReportStyle& style);

// "Linfen's plan of January 2016 (scenario linfen-plan, seed 2016, 200 futures), ..."
[[nodiscard]] std::string citation(const RunData& run, const ReportStyle& style);
// What stands under these tables of a run: what their brackets mean, the citation. A sentence an
// element.
[[nodiscard]] std::vector<std::string> notes_of(const RunData& run,
                                                const std::vector<ReportTable>& sections,
                                                const ReportStyle& style);
// The title that the reader gave, else the scenario's, else its id.
[[nodiscard]] std::string title_of(const RunData& run, const ReportStyle& style);

}  // namespace zhaimao
