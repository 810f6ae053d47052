// A finished run as a workbook: a cover, a sheet of native charts, a sheet a section with typed
// numbers, and on demand every table of the run folder as it is.
#pragma once

#include <vector>

#include "engine/io/xlsx.h"
#include "engine/report/figure_text.h"
#include "engine/report/report_table.h"
#include "engine/report/run_results.h"

namespace zhaimao {

struct WorkbookContent {
    std::vector<ReportTable> sections;
    std::string title;
    std::vector<std::string> notes;  // under every section
    std::size_t most_raw_rows = 0;   // tables of the folder up to this length, too; 0: none
};

[[nodiscard]] Workbook workbook_of(const RunResults& results, const WorkbookContent& content,
                                   const ReportStyle& style);

}  // namespace zhaimao
