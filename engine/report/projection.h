// Projection tables for a document: county by year, people still poor and incidence, each as mean
// with the range of 90 % of futures in the style that authors use, `12.3 [11.0, 13.9]`. As
// Markdown, and as LaTeX that compiles as it is (booktabs; XeLaTeX with ctex for Chinese).
#pragma once

#include <string>

#include "engine/report/run_reader.h"

namespace zhaimao {

struct ProjectionStyle {
    Language language = Language::en;
    std::string title;  // empty: the scenario's id
};

[[nodiscard]] std::string projection_markdown(const RunData& run, const ProjectionStyle& style);
[[nodiscard]] std::string projection_latex(const RunData& run, const ProjectionStyle& style);

// Names of users' as text: nothing in them is markup.
[[nodiscard]] std::string escape_markdown(std::string_view text);
[[nodiscard]] std::string escape_latex(std::string_view text);

}  // namespace zhaimao
