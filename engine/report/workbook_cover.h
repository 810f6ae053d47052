// The first sheet of a workbook: what the run is, what it rests on, what the other sheets hold.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/report/workbook.h"

namespace zhaimao {

struct CoverWords {
    std::string_view cover, charts, runs;  // names of sheets
    std::string_view study, design;
    std::string_view scenario, written, version, seed, futures;
    std::string_view sample, one_in;  // one in so many
    std::string_view years, counties, threshold, rules, line;
    std::string_view inputs, assumptions, never_varied, leaned_on;
    std::string_view together;  // per cent, low, high
    std::string_view together_head;
    std::string_view cite, sheets, too_long;  // table
    std::string_view section_names[12];       // as section_ids
    std::string_view raw_table;
};
[[nodiscard]] const CoverWords& cover_words(Language language);

// "1 in 20"; empty where all households are simulated.
[[nodiscard]] std::string one_in_text(const RunData& run, Language language);

// Name of a section's sheet.
[[nodiscard]] std::string section_name(const ReportTable& table, Language language);

[[nodiscard]] Sheet cover_sheet(const RunResults& results, const WorkbookContent& content,
                                const std::vector<const Table*>& raw, const ReportStyle& style);

}  // namespace zhaimao
