#include "engine/report/projection.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace zhaimao {
namespace {

constexpr std::size_t most_rows_of_a_page = 40;

using Rows = std::vector<std::vector<std::string>>;

bool is_text(const ReportTable& table, std::size_t column) {
    return table.columns[column].kind == FigureKind::text;
}

template <class Escape>
Rows rows_of(const ReportTable& table, const ReportStyle& style, const Escape& escape) {
    Rows rows(1);
    for (const ReportColumn& column : table.columns) rows[0].push_back(escape(column.head));
    for (const auto& cells : table.rows) {
        rows.emplace_back();
        for (std::size_t c = 0; c < cells.size(); ++c) {
            if (const auto* text = std::get_if<std::string>(&cells[c]))
                rows.back().push_back(escape(*text));
            else if (const auto* figure = std::get_if<Figure>(&cells[c]))
                rows.back().push_back(figure_text(*figure, table.columns[c].kind, style));
            else
                rows.back().emplace_back();
        }
    }
    return rows;
}

std::string markdown(const ReportTable& table, const ReportStyle& style) {
    const Rows rows = rows_of(table, style, escape_markdown);
    std::string text =
        fmt::format("## {}\n\n| {} |\n|", escape_markdown(table.title), fmt::join(rows[0], " | "));
    for (std::size_t c = 0; c < table.columns.size(); ++c)
        text += is_text(table, c) ? " --- |" : " ---: |";
    text += '\n';
    for (std::size_t r = 1; r < rows.size(); ++r)
        text += fmt::format("| {} |\n", fmt::join(rows[r], " | "));
    if (!table.note.empty()) text += '\n' + escape_markdown(table.note) + '\n';
    return text;
}

std::string column_letters_of(const ReportTable& table) {
    std::string letters;
    for (std::size_t c = 0; c < table.columns.size(); ++c) letters += is_text(table, c) ? 'l' : 'r';
    return letters;
}

// Rows under the heads; a rule before the closing ones.
std::string latex_body(const ReportTable& table, const Rows& rows) {
    std::string text;
    for (std::size_t r = 1; r < rows.size(); ++r) {
        if (table.closing_rows > 0 && r + table.closing_rows == rows.size()) text += "\\midrule\n";
        text += fmt::format("{} \\\\\n", fmt::join(rows[r], " & "));
    }
    return text + "\\bottomrule\n";
}

// One page or several; a table wider than the page is shrunk to it.
std::string latex(const ReportTable& table, const ReportStyle& style) {
    const Rows rows = rows_of(table, style, escape_latex);
    const std::string head =
        fmt::format("\\toprule\n{} \\\\\n\\midrule\n", fmt::join(rows[0], " & "));
    const std::string caption = "\\caption{" + escape_latex(table.title) + "}";
    if (rows.size() > most_rows_of_a_page)
        return "{\\tiny\n\\begin{longtable}{" + column_letters_of(table) + "}\n" + caption +
               " \\\\\n" + head + "\\endhead\n" + latex_body(table, rows) + "\\end{longtable}}\n";
    return "\\begin{table}[htbp]\n" + caption +
           "\n\\centering\n\\resizebox{\\ifdim\\width>\\textwidth\\textwidth\\else\\width\\fi}{!}{%"
           "\n"
           "\\begin{tabular}{" +
           column_letters_of(table) + "}\n" + head + latex_body(table, rows) +
           "\\end{tabular}}\n\\end{table}\n";
}

}  // namespace

std::string escape_markdown(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n' || c == '\r') {
            out += ' ';  // a cell is one line
            continue;
        }
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
        else if (c == '\n' || c == '\r')
            out += ' ';  // a cell is one line
        else if (std::string_view("&%$#_{}").find(c) != std::string_view::npos)
            (out += '\\') += c;
        else
            out += c;
    }
    return out;
}

std::string markdown_of(const ReportText& text, const ReportStyle& style) {
    std::string out = "# " + escape_markdown(text.title) + "\n\n";
    for (const ReportTable& table : text.sections) out += markdown(table, style) + '\n';
    for (const std::string& note : text.notes) out += escape_markdown(note) + "\n";
    return out;
}

std::string latex_of(const ReportText& text, const ReportStyle& style) {
    const bool zh = style.language == Language::zh;
    std::string out =
        std::string("\\documentclass[a4paper]{article}\n") +
        (zh ? "\\usepackage{ctex}\n"
            : "\\usepackage[utf8]{inputenc}\n\\usepackage[T1]{fontenc}\n") +
        "\\usepackage{booktabs}\n\\usepackage{longtable}\n\\usepackage{graphicx}\n"
        "\\usepackage[margin=2cm,landscape]{geometry}\n\\begin{document}\n\\section*{" +
        escape_latex(text.title) + "}\n";
    for (const ReportTable& table : text.sections)
        out += latex(table, style) +
               (table.note.empty()
                    ? ""
                    : "\\noindent{\\footnotesize " + escape_latex(table.note) + "\\par}\n");
    out += "\\noindent\\footnotesize";
    for (const std::string& note : text.notes) out += " " + escape_latex(note) + "\n";
    return out + "\\end{document}\n";
}

}  // namespace zhaimao
