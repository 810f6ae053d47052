#include "engine/report/html/comparison_front.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/report/compare_words.h"
#include "engine/report/html/html_words.h"
#include "engine/report/html/markup.h"
#include "engine/report/result_lookup.h"
#include "engine/report/sections.h"
#include "engine/report/text.h"

namespace zhaimao {
namespace {

template <class... Args>
std::string filled(std::string_view text, const Args&... args) {
    return fmt::format(fmt::runtime(text), args...);
}

std::string people(double value, double error) {
    return (value < 0.0 ? "-" : "") + people_text(std::abs(value), error);
}

// "9,000 more people poor in 2020 [8,000, 11,000]"
std::string poorer(const Figure& f, int year, const CompareWords& words) {
    const bool is_none = f.low == 0.0 && f.high == 0.0;
    if (!(f.low > 0.0) && !(f.high < 0.0))
        return filled(is_none ? words.poor.same : words.poor.none, people(f.value, f.error), year,
                      people(f.low, f.error), people(f.high, f.error));
    if (f.value > 0.0)
        return filled(words.poor.more, people(f.value, f.error), year, people(f.low, f.error),
                      people(f.high, f.error));
    return filled(words.poor.less, people(-f.value, f.error), year, people(-f.high, f.error),
                  people(-f.low, f.error));
}

// The city's difference in poor people between a run and the first.
std::optional<Figure> difference(const std::vector<ReportTable>& sections, std::size_t run,
                                 int year) {
    for (const ReportTable& table : sections) {
        if (table.section != "poor" || (table.part != 0 && table.part != run + 1)) continue;
        for (std::size_t c = 1; c < table.columns.size(); ++c)
            if (table.columns[c].head == std::to_string(year))
                return std::get<Figure>(table.rows.back()[c]);
    }
    return std::nullopt;
}

std::string name_of(const RunResults& run, const ReportStyle& style) {
    return title_of(run.run, {style.language, "", style.numbers, {}});
}

}  // namespace

std::string comparison_front(const std::vector<const RunResults*>& runs,
                             const std::vector<ReportTable>& sections, const ReportStyle& style) {
    const CompareWords& words = compare_words(style.language);
    const HtmlWords& said = html_words(style.language);
    int year = 0;
    for (const TargetChance& target : target_chances(*runs[0]))
        year = std::max(year, target.deadline);
    std::string out;
    for (std::size_t k = 1; k < runs.size(); ++k)
        if (const std::optional<Figure> figure = difference(sections, k, year))
            out += "<p class=\"answer\">" +
                   escape_html(filled(said.titled, name_of(*runs[k], style),
                                      poorer(*figure, year, words) + std::string(words.stop))) +
                   "</p>\n";
    for (const RunResults* run : runs)
        if (const std::optional<Figure> all = joint_chance(*run))
            out += "<p>" +
                   escape_html(filled(said.all_in_time, name_of(*run, style),
                                      figure_text(*all, FigureKind::probability, style))) +
                   "</p>\n";
    return out;
}

}  // namespace zhaimao
