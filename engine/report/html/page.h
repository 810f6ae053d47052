// A report as one HTML file that works offline and from an email: everything is in it, and a strict
// content policy lets nothing else in. Without scripts it still reads: every figure is in a table.
#pragma once

#include <string>
#include <vector>

#include "engine/report/figure_text.h"
#include "engine/report/report_table.h"
#include "engine/report/run_results.h"

namespace zhaimao {

struct HtmlContent {
    std::string title;
    std::vector<ReportTable> sections;
    std::vector<std::string> notes;
    std::vector<const RunResults*> runs;  // one, or several against the first
    bool front = true;                    // whether the first screen is wanted
};

[[nodiscard]] std::string html_of(const HtmlContent& content, const ReportStyle& style);

}  // namespace zhaimao
