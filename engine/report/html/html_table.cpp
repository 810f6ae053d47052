#include "engine/report/html/html_table.h"

#include <fmt/format.h>

#include "engine/io/csv.h"
#include "engine/report/html/html_words.h"
#include "engine/report/html/markup.h"

namespace zhaimao {
namespace {

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
        return (is_name ? "<th scope=\"row\">" : "<td>") + escape_html(*text) +
               (is_name ? "</th>" : "</td>");
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

}  // namespace

std::string table_id(const ReportTable& table) {
    return table.of_run == 0 ? table.section : fmt::format("{}-{}", table.section, table.of_run);
}

std::string html_table(const ReportTable& table, const ReportStyle& style) {
    std::string out = fmt::format(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\">"
        "<table class=\"data\" id=\"table-{1}\"><caption>{0}</caption>\n<thead><tr>",
        escape_html(fmt::format(fmt::runtime(html_words(style.language).table_of), table.title)),
        table_id(table));
    for (const ReportColumn& column : table.columns)
        out += fmt::format("<th scope=\"col\"{}>{}</th>",
                           column.kind == FigureKind::text ? "" : " class=\"n\"",
                           escape_html(column.head));
    out += "</tr></thead>\n<tbody>\n";
    const std::size_t closing = table.rows.size() - table.closing_rows;
    for (std::size_t r = 0; r < closing; ++r) out += row_markup(table, r, style);
    out += "</tbody>\n";
    if (table.closing_rows > 0) {
        out += "<tfoot>\n";
        for (std::size_t r = closing; r < table.rows.size(); ++r)
            out += row_markup(table, r, style);
        out += "</tfoot>\n";
    }
    return out + "</table></div>\n";
}

}  // namespace zhaimao
