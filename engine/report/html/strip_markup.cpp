#include "engine/report/html/strip_markup.h"

#include <fmt/format.h>

#include "engine/report/html/html_words.h"
#include "engine/report/html/markup.h"
#include "engine/report/section_words.h"

namespace zhaimao {
namespace {

std::string cell_markup(const StripCell& cell, const HtmlWords& words) {
    if (!cell.known) return "<td>-</td>";
    std::string marks;
    if (cell.due)
        marks += fmt::format("<span class=\"hidden\">, {}</span>", escape_html(words.framed));
    if (cell.met)
        marks +=
            fmt::format("<b role=\"img\" aria-label=\"{}\">\u2713</b>", escape_html(words.met));
    return fmt::format("<td class=\"s{}{}\" title=\"{}\">{}{}</td>", cell.step,
                       cell.due ? " due" : "", cell.full, cell.text, marks);
}

std::string row_markup(const StripRow& row, const HtmlWords& words) {
    std::string out = "<tr><th scope=\"row\">" + escape_html(row.name) + "</th>";
    for (const StripCell& cell : row.cells) out += cell_markup(cell, words);
    return out + (row.chance.empty() ? "<td>" : "<td class=\"chance\">" + row.chance) +
           "</td></tr>\n";
}

std::string legend_markup(const Strip& strip, const ReportStyle& style) {
    std::string out = "<p class=\"note legend\" id=\"strip-legend\">";
    for (std::size_t i = 0; i <= strip_steps.size(); ++i)
        out += fmt::format("<span class=\"key s{}\">{}</span> ", i, escape_html(strip_key(i)));
    for (const std::string& note : strip_notes(strip, style)) out += escape_html(note) + " ";
    out.pop_back();
    return out + "</p>\n";
}

}  // namespace

std::string strip_markup(const Strip& strip, const ReportStyle& style) {
    if (strip.years.empty()) return "";
    const HtmlWords& words = html_words(style.language);
    const SectionWords& heads = section_words(style.language);
    std::string out = fmt::format(
        "<p class=\"chart-title\">{0}</p>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
        "aria-label=\"{0}\"><table class=\"strip\" aria-label=\"{0}\">\n<thead><tr><th "
        "scope=\"col\">{1}</th>",
        escape_html(words.strip), escape_html(heads.county));
    for (const int year : strip.years) out += fmt::format("<th scope=\"col\">{}</th>", year);
    out += fmt::format("<th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
                       escape_html(heads.p_on_time));
    for (const StripRow& row : strip.counties) out += row_markup(row, words);
    out += "</tbody>\n<tfoot>\n";
    for (const StripRow& row : strip.city) out += row_markup(row, words);
    return out + "</tfoot></table></div>\n" + legend_markup(strip, style);
}

}  // namespace zhaimao
