// A table of a report as HTML: heads and names marked as such, figures as every other kind of
// document has them, sorting keys beside them.
#pragma once

#include <string>
#include <vector>

#include "engine/report/figure_text.h"
#include "engine/report/report_table.h"

namespace zhaimao {

// Unique among the tables of a page: "poor", "poor-2".
[[nodiscard]] std::string table_id(const ReportTable& table);

// Folded where it is long; 600 rows where it is longer: those drawn and the first ones. Closing
// rows stand in the foot. In `data-v` each figure stands unrounded, as the tables of the run have
// it.
[[nodiscard]] std::string html_table(const ReportTable& table, const ReportStyle& style,
                                     const std::vector<std::size_t>& drawn = {});

}  // namespace zhaimao
