// Native charts of the sections: what a reader looks at before the tables.
#pragma once

#include <string>
#include <vector>

#include "engine/io/xlsx.h"
#include "engine/report/figure_text.h"
#include "engine/report/report_table.h"

namespace zhaimao {

// None where the section has nothing to draw. `source` is the sheet that holds it
// (section_sheet.h).
[[nodiscard]] std::vector<SheetChart> section_charts(const ReportTable& table,
                                                     const std::string& source,
                                                     const ReportStyle& style);

}  // namespace zhaimao
