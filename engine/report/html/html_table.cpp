#include "engine/report/html/html_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/io/csv.h"
#include "engine/report/html/html_words.h"
#include "engine/report/html/markup.h"

namespace zhaimao {
namespace {

constexpr std::size_t most_open_rows = 100;     // a longer table is folded
constexpr std::size_t most_narrow_columns = 8;  // in a wider one ranges stand under their means
constexpr std::size_t most_rows = 600;          // a page is to open at once, and to go by email

// The mean, and its range in a lighter tone.
std::string figure_markup(const std::string& text) {
    const std::size_t range = text.find(" [");
    if (range == std::string::npos) return escape_html(text);
    return escape_html(text.substr(0, range)) + " <small>" + escape_html(text.substr(range + 1)) +
           "</small>";
}

std::string cell_markup(const ReportCell& cell, const ReportColumn& column, bool is_name,
                        const ReportStyle& style) {
    if (const auto* text = std::get_if<std::string>(&cell))
        return std::string(is_name                           ? "<th scope=\"row\">"
                           : column.kind == FigureKind::text ? "<td>"
                                                             : "<td class=\"n\">") +
               escape_html(*text) + (is_name ? "</th>" : "</td>");
    const auto* figure = std::get_if<Figure>(&cell);
    if (figure == nullptr || !std::isfinite(figure->value))
        return figure == nullptr ? "<td></td>" : "<td class=\"n\">-</td>";
    return fmt::format("<td class=\"n\" data-v=\"{}\">{}</td>", number_text(figure->value),
                       figure_markup(figure_text(*figure, column.kind, style)));
}

std::string row_markup(const ReportTable& table, std::size_t row, const ReportStyle& style) {
    std::string out = "<tr>";
    for (std::size_t c = 0; c < table.rows[row].size(); ++c)
        out += cell_markup(table.rows[row][c], table.columns[c], c == 0, style);
    return out + "</tr>\n";
}

// Rows from `from` to before `to`.
std::string rows_markup(const ReportTable& table, std::size_t from, std::size_t to,
                        const ReportStyle& style) {
    std::string out;
    for (std::size_t r = from; r < to; ++r) out += row_markup(table, r, style);
    return out;
}

}  // namespace

std::string table_id(const ReportTable& table) {
    return table.part == 0 ? table.section : fmt::format("{}-{}", table.section, table.part);
}

std::string html_table(const ReportTable& table, const ReportStyle& style) {
    const std::size_t closing = table.rows.size() - table.closing_rows;
    const std::size_t shown = std::min(closing, most_rows);
    const HtmlWords& words = html_words(style.language);
    const std::string part =
        shown < closing ? fmt::format(fmt::runtime(words.rows_shown), shown, closing) : "";
    std::string out = fmt::format(
        "<details{0}><summary>{1}</summary>\n{4}<div class=\"scroll\" tabindex=\"0\" "
        "role=\"region\" "
        "aria-label=\"{1}\"><table class=\"data{3}\" id=\"table-{2}\" "
        "aria-label=\"{1}\">\n<thead><tr>",
        closing > most_open_rows ? "" : " open",
        escape_html(fmt::format(fmt::runtime(words.table_of), table.title)), table_id(table),
        table.columns.size() > most_narrow_columns ? " wide" : "",
        part.empty() ? "" : "<p class=\"note\">" + escape_html(part) + "</p>\n");
    for (const ReportColumn& column : table.columns)
        out += fmt::format("<th scope=\"col\"{}>{}</th>",
                           column.kind == FigureKind::text ? "" : " class=\"n\"",
                           escape_html(column.head));
    out += "</tr></thead>\n<tbody>\n" + rows_markup(table, 0, shown, style) + "</tbody>\n";
    if (table.closing_rows > 0)
        out += "<tfoot>\n" + rows_markup(table, closing, table.rows.size(), style) + "</tfoot>\n";
    return out + "</table></div>\n</details>\n";
}

}  // namespace zhaimao
