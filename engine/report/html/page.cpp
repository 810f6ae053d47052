#include "engine/report/html/page.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "engine/report/html/assets.h"
#include "engine/report/html/chart_rows.h"
#include "engine/report/html/charts.h"
#include "engine/report/html/comparison_front.h"
#include "engine/report/html/front.h"
#include "engine/report/html/html_table.h"
#include "engine/report/html/html_words.h"
#include "engine/report/html/markup.h"
#include "engine/report/html/strip_svg.h"
#include "engine/report/result_lookup.h"
#include "engine/report/sections.h"
#include "engine/report/version.h"

namespace zhaimao {
namespace {

std::string contents_markup(const HtmlContent& content) {
    std::string out;
    for (const ReportTable& table : content.sections)
        out += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", table_id(table),
                           escape_html(table.title));
    return out;
}

std::string front_of(const HtmlContent& content, const ReportStyle& style) {
    if (!content.front) return "";
    const std::string front = content.runs.size() == 1
                                  ? front_markup(*content.runs[0], content.sections, style)
                                  : comparison_front(content.runs, content.sections, style);
    if (front.empty()) return "";
    return "<section id=\"glance\" aria-labelledby=\"glance-head\">\n<h2 id=\"glance-head\" "
           "class=\"hidden\">" +
           escape_html(html_words(style.language).at_a_glance) + "</h2>\n" + front + "</section>\n";
}

// Limits by county, and which are drawn where they are many: for charts of one run.
ChartContext chart_context(const HtmlContent& content) {
    ChartContext context{content.runs.size() > 1, {}};
    if (context.compares) return context;
    const RunResults& results = *content.runs[0];
    for (const auto& limit : results.run.about.limits)
        context.limits.push_back(limit ? limit->threshold : Summary::undefined);
    const std::vector<TargetChance> targets = chances_by_deadline(results);
    context.targets = least_likely(targets, most_drawn_counties);
    for (const std::size_t place : context.targets)
        for (std::size_t c = 0; c < results.run.areas.size(); ++c)
            if (results.run.areas[c].id == targets[place].area) context.counties.push_back(c);
    return context;
}

// The chart's title stands above it where it says more than the section's.
std::string figure_markup(const PageChart& chart, const std::string& section) {
    const auto title = chart.drawing["title"].get<std::string>();
    const std::string head =
        title == section ? "" : "<p class=\"chart-title\">" + escape_html(title) + "</p>\n";
    return fmt::format(
        "<figure>\n{3}<div class=\"plot\" id=\"plot-{0}\" role=\"img\" aria-label=\"{1}\"></div>\n"
        "<figcaption class=\"note\">{2}</figcaption>\n</figure>\n",
        chart.id, escape_html(chart.alt), escape_html(chart.note), head);
}

std::string section_markup(const ReportTable& table, const std::vector<PageChart>& charts,
                           const ChartContext& context, const ReportStyle& style) {
    std::string out = fmt::format(
        "<section id=\"{0}\" aria-labelledby=\"{0}-head\">\n<h2 id=\"{0}-head\">{1}</h2>\n",
        table_id(table), escape_html(table.title));
    for (const PageChart& chart : charts) out += figure_markup(chart, table.title);
    out += html_table(table, style, drawn_rows(table, context));
    if (!table.note.empty()) out += "<p class=\"note\">" + escape_html(table.note) + "</p>\n";
    return out + "</section>\n";
}

// The sections, and into `drawings` what scripts draw in them.
std::string sections_markup(const HtmlContent& content, const ReportStyle& style,
                            nlohmann::ordered_json& drawings) {
    const ChartContext context = chart_context(content);
    std::string out;
    for (const ReportTable& table : content.sections) {
        const std::vector<PageChart> charts = page_charts(table, context, style);
        out += section_markup(table, charts, context, style);
        for (const PageChart& chart : charts) drawings.push_back(chart.drawing);
    }
    return out;
}

std::string notes_markup(const HtmlContent& content) {
    std::string out;
    for (const std::string& note : content.notes) out += "<p>" + escape_html(note) + "</p>\n";
    for (const RunResults* run : content.runs)
        out += fmt::format("<details><summary>{}manifest.json</summary><pre>{}</pre></details>\n",
                           escape_html(run->folder.empty() ? "" : run->folder + "/"),
                           escape_html(run->manifest));
    return out;
}

std::string facts_of(const HtmlContent& content, const ReportStyle& style) {
    return content.runs.size() == 1 ? facts_markup(*content.runs[0], style) : "";
}

// What is said of where a chart comes from, wherever it goes: a line a run.
nlohmann::ordered_json citations(const HtmlContent& content, const ReportStyle& style) {
    auto lines = nlohmann::ordered_json::array();
    for (const RunResults* run : content.runs) lines.push_back(citation(run->run, style));
    return lines;
}

// The strip of the first screen as a file; empty where it shows none.
std::string strip_file(const HtmlContent& content, const ReportStyle& style) {
    if (!content.front || content.runs.size() != 1) return "";
    const RunResults& results = *content.runs[0];
    return strip_svg(strip_of(results, style), citation(results.run, style), style);
}

nlohmann::ordered_json data_of(const HtmlContent& content, const HtmlWords& words,
                               nlohmann::ordered_json drawings, const ReportStyle& style) {
    return {{"words", {{"copy", words.copy}, {"copied", words.copied}, {"save", words.save}}},
            {"citations", citations(content, style)},
            {"strip", strip_file(content, style)},
            {"charts", std::move(drawings)}};
}

}  // namespace

std::string html_of(const HtmlContent& content, const ReportStyle& style) {
    const HtmlWords& words = html_words(style.language);
    const std::string title = escape_html(content.title);
    const std::string policy = content_policy({echarts_js(), page_js()}, page_css());
    const std::string contents = contents_markup(content), facts = facts_of(content, style);
    auto drawings = nlohmann::ordered_json::array();
    const std::string front = front_of(content, style);
    const std::string sections = sections_markup(content, style, drawings),
                      notes = notes_markup(content);
    const std::string data = script_json(data_of(content, words, std::move(drawings), style));
    return filled_page(page_html(), {{"lang", words.lang},
                                     {"policy", policy},
                                     {"version", program_version()},
                                     {"title", title},
                                     {"style", page_css()},
                                     {"skip", words.skip},
                                     {"scripts_off", words.scripts_off},
                                     {"contents_head", words.contents},
                                     {"contents", contents},
                                     {"facts", facts},
                                     {"front", front},
                                     {"sections", sections},
                                     {"notes_head", words.about},
                                     {"notes", notes},
                                     {"data", data},
                                     {"echarts", echarts_js()},
                                     {"script", page_js()}});
}

}  // namespace zhaimao
