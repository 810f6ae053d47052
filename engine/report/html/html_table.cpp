#include "engine/report/html/html_table.h"

#include <fmt/format.h>

#include <numeric>
#include <set>

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

std::string rows_markup(const ReportTable& table, const std::vector<std::size_t>& rows,
                        const ReportStyle& style) {
    std::string out;
    for (const std::size_t r : rows) out += row_markup(table, r, style);
    return out;
}

// Those drawn, then from the first on, up to as many as a page takes; in their order.
std::vector<std::size_t> shown_rows(std::size_t all, const std::vector<std::size_t>& drawn) {
    std::set<std::size_t> shown(drawn.begin(), drawn.end());
    for (std::size_t r = 0; r < all && shown.size() < most_rows; ++r) shown.insert(r);
    return {shown.begin(), shown.end()};
}

std::vector<std::size_t> closing_rows(const ReportTable& table) {
    std::vector<std::size_t> rows(table.closing_rows);
    std::iota(rows.begin(), rows.end(), table.rows.size() - table.closing_rows);
    return rows;
}

}  // namespace

std::string table_id(const ReportTable& table) {
    return table.part == 0 ? table.section : fmt::format("{}-{}", table.section, table.part);
}

std::string html_table(const ReportTable& table, const ReportStyle& style,
                       const std::vector<std::size_t>& drawn) {
    const std::size_t all = table.rows.size() - table.closing_rows;
    const std::vector<std::size_t> shown = shown_rows(all, drawn);
    const HtmlWords& words = html_words(style.language);
    const std::string part =
        shown.size() < all ? fmt::format(fmt::runtime(words.rows_shown), shown.size(), all) : "";
    std::string out = fmt::format(
        "<details{0}><summary>{1}</summary>\n{4}<div class=\"scroll\" tabindex=\"0\" "
        "role=\"region\" "
        "aria-label=\"{1}\"><table class=\"data{3}\" id=\"table-{2}\" "
        "aria-label=\"{1}\">\n<thead><tr>",
        all > most_open_rows ? "" : " open",
        escape_html(fmt::format(fmt::runtime(words.table_of), table.title)), table_id(table),
        table.columns.size() > most_narrow_columns ? " wide" : "",
        part.empty() ? "" : "<p class=\"note\">" + escape_html(part) + "</p>\n");
    for (const ReportColumn& column : table.columns)
        out += fmt::format("<th scope=\"col\"{}>{}</th>",
                           column.kind == FigureKind::text ? "" : " class=\"n\"",
                           escape_html(column.head));
    out += "</tr></thead>\n<tbody>\n" + rows_markup(table, shown, style) + "</tbody>\n";
    if (table.closing_rows > 0)
        out += "<tfoot>\n" + rows_markup(table, closing_rows(table), style) + "</tfoot>\n";
    return out + "</table></div>\n</details>\n";
}

}  // namespace zhaimao
