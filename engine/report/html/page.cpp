#include "engine/report/html/page.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "engine/report/html/assets.h"
#include "engine/report/html/front.h"
#include "engine/report/html/html_table.h"
#include "engine/report/html/html_words.h"
#include "engine/report/html/markup.h"
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
    if (!content.front || content.runs.size() != 1) return "";
    return "<section id=\"glance\" aria-labelledby=\"glance-head\">\n<h2 id=\"glance-head\" "
           "class=\"hidden\">" +
           escape_html(html_words(style.language).at_a_glance) + "</h2>\n" +
           front_markup(*content.runs[0], content.sections, style) + "</section>\n";
}

std::string sections_markup(const HtmlContent& content, const ReportStyle& style) {
    std::string out;
    for (const ReportTable& table : content.sections)
        out += fmt::format(
            "<section id=\"{0}\" aria-labelledby=\"{0}-head\">\n<h2 id=\"{0}-head\">{1}</h2>\n{2}"
            "</section>\n",
            table_id(table), escape_html(table.title), html_table(table, style));
    return out;
}

std::string notes_markup(const HtmlContent& content) {
    std::string out;
    for (const std::string& note : content.notes) out += "<p>" + escape_html(note) + "</p>\n";
    return out;
}

std::string facts_of(const HtmlContent& content, const ReportStyle& style) {
    return content.runs.size() == 1 ? facts_markup(*content.runs[0], style) : "";
}

nlohmann::ordered_json data_of(const HtmlWords& words) {
    return {{"words", {{"copy", words.copy}, {"copied", words.copied}, {"save", words.save}}}};
}

}  // namespace

std::string html_of(const HtmlContent& content, const ReportStyle& style) {
    const HtmlWords& words = html_words(style.language);
    const std::string title = escape_html(content.title);
    const std::string policy = content_policy({echarts_js(), page_js()}, page_css());
    const std::string contents = contents_markup(content), facts = facts_of(content, style);
    const std::string front = front_of(content, style);
    const std::string sections = sections_markup(content, style), notes = notes_markup(content);
    const std::string data = script_json(data_of(words));
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
