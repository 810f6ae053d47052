#include "engine/report/projection.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "engine/report/text.h"

namespace zhaimao {
namespace {

struct ProjectionWords {
    std::string_view poor, incidence, area, note;
};

constexpr ProjectionWords english{
    .poor = "People on the register on 31 December",
    .incidence = "Poverty incidence on 31 December, %",
    .area = "County",
    .note =
        "Mean and, in brackets, the 5 and 95 % quantiles of {} futures; registered poor over "
        "registered rural people. Scenario {}, seed {}, zhaimao {}, {}."};

constexpr ProjectionWords chinese{
    .poor = "12月31日在册贫困人口（人）",
    .incidence = "12月31日贫困发生率（%）",
    .area = "县（市、区）",
    .note =
        "均值，方括号内为{}次模拟的5%与95%分位数；在册贫困人口/农村户籍人口。情景{}，种子{}，"
        "zhaimao {}，{}。"};

const ProjectionWords& words_in(Language language) {
    return language == Language::zh ? chinese : english;
}

// What one year of one area says; a known number (no spread) stands alone.
std::string people_cell(const Summary& s) {
    const std::string mean = people_text(s.mean, s.mcse);
    if (!(s.sd > 0.0)) return mean;
    return fmt::format("{} [{}, {}]", mean, people_text(s.q05, s.mcse), people_text(s.q95, s.mcse));
}

std::string share_cell(const Summary& s) {
    const std::string mean = percent_text(s.mean, 1);
    if (!(s.sd > 0.0)) return mean;
    return fmt::format("{} [{}, {}]", mean, percent_text(s.q05, 1), percent_text(s.q95, 1));
}

using Rows = std::vector<std::vector<std::string>>;

template <class Cell, class Escape>
Rows rows_of(const RunData& run, const ProjectionStyle& style, const std::string& indicator,
             const Cell& cell, const Escape& escape) {
    Rows rows{{escape(words_in(style.language).area)}};
    for (const int year : run.years) rows[0].push_back(std::to_string(year));
    for (const RunArea& area : run.areas) {
        rows.push_back({escape(name_in(style.language, area.name))});
        for (const int year : run.years) {
            const Summary* s = run.find(indicator, area.id, year);
            rows.back().push_back(s == nullptr ? "" : cell(*s));
        }
    }
    return rows;
}

std::string markdown(const Rows& rows) {
    std::string text;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        text += fmt::format("| {} |\n", fmt::join(rows[i], " | "));
        if (i > 0) continue;
        text += "| --- |";
        for (std::size_t k = 1; k < rows[0].size(); ++k) text += " ---: |";
        text += '\n';
    }
    return text;
}

std::string latex(const Rows& rows, const std::string& caption) {
    std::string text = "\\begin{table}[htbp]\n\\caption{" + caption +
                       "}\n\\resizebox{\\textwidth}{!}{%\n\\begin{tabular}{l" +
                       std::string(rows[0].size() - 1, 'r') + "}\n\\toprule\n";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i + 1 == rows.size()) text += "\\midrule\n";  // the city, the sum of all
        text += fmt::format("{} \\\\\n", fmt::join(rows[i], " & "));
        if (i == 0) text += "\\midrule\n";
    }
    return text + "\\bottomrule\n\\end{tabular}}\n\\end{table}\n";
}

template <class Escape>
std::string note_of(const RunData& run, const ProjectionStyle& style, const Escape& escape) {
    return escape(fmt::format(fmt::runtime(words_in(style.language).note), run.replicates,
                              run.scenario, run.seed, run.version, run.written));
}

std::string title_of(const RunData& run, const ProjectionStyle& style) {
    return style.title.empty() ? run.scenario : style.title;
}

}  // namespace

std::string escape_markdown(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\`*_{}[]<>|#~").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

std::string escape_latex(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\')
            out += "\\textbackslash{}";
        else if (c == '~')
            out += "\\textasciitilde{}";
        else if (c == '^')
            out += "\\textasciicircum{}";
        else if (c == '<')
            out += "\\textless{}";
        else if (c == '>')
            out += "\\textgreater{}";
        else if (std::string_view("&%$#_{}").find(c) != std::string_view::npos)
            (out += '\\') += c;
        else
            out += c;
    }
    return out;
}

std::string projection_markdown(const RunData& run, const ProjectionStyle& style) {
    const ProjectionWords& words = words_in(style.language);
    return fmt::format(
        "# {}\n\n## {}\n\n{}\n## {}\n\n{}\n{}\n", escape_markdown(title_of(run, style)), words.poor,
        markdown(rows_of(run, style, "poor_people", people_cell, escape_markdown)), words.incidence,
        markdown(rows_of(run, style, "incidence", share_cell, escape_markdown)),
        note_of(run, style, escape_markdown));
}

std::string projection_latex(const RunData& run, const ProjectionStyle& style) {
    const ProjectionWords& words = words_in(style.language);
    const bool zh = style.language == Language::zh;
    return std::string("\\documentclass[a4paper]{article}\n") +
           (zh ? "\\usepackage{ctex}\n" : "\\usepackage[utf8]{inputenc}\n") +
           "\\usepackage{booktabs}\n\\usepackage{graphicx}\n\\usepackage[margin=2cm]{geometry}\n"
           "\\begin{document}\n\\section*{" +
           escape_latex(title_of(run, style)) + "}\n" +
           latex(rows_of(run, style, "poor_people", people_cell, escape_latex),
                 escape_latex(words.poor)) +
           latex(rows_of(run, style, "incidence", share_cell, escape_latex),
                 escape_latex(words.incidence)) +
           "\\noindent\\footnotesize " + note_of(run, style, escape_latex) + "\n\\end{document}\n";
}

}  // namespace zhaimao
