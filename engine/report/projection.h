// Sections of a finished run as tables for a document, each figure as mean with its range in the
// style that authors use, `12.3 [11.0, 13.9]`. As Markdown, and as LaTeX that compiles as it is
// (booktabs, longtable; XeLaTeX with ctex for Chinese).
#pragma once

#include <string>
#include <vector>

#include "engine/report/figure_text.h"
#include "engine/report/report_table.h"
#include "engine/report/run_reader.h"

namespace zhaimao {

// A document in parts: what stands above, the tables, what stands under them.
struct ReportText {
    std::string title;
    std::vector<ReportTable> sections;
    std::vector<std::string> notes;
};

[[nodiscard]] std::string markdown_of(const ReportText& text, const ReportStyle& style);
[[nodiscard]] std::string latex_of(const ReportText& text, const ReportStyle& style);

// Names of users' as text: nothing in them is markup.
[[nodiscard]] std::string escape_markdown(std::string_view text);
[[nodiscard]] std::string escape_latex(std::string_view text);

}  // namespace zhaimao
