#include "engine/report/instrument_sections.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "engine/report/result_lookup.h"
#include "engine/report/section_words.h"

namespace zhaimao {
namespace {

// Flows begin in the year after the start.
std::vector<int> flow_years(const RunData& run) {
    return {run.years.begin() + 1, run.years.end()};
}

bool has_any(const ByYear& by_year) {
    return std::any_of(by_year.begin(), by_year.end(),
                       [](const auto& year) { return year.second.mean > 0.0; });
}

// What is not known of old runs is as of an instrument without anything special.
AboutInstrument about_of(const RunResults& results, const std::string& intervention) {
    for (const AboutInstrument& known : results.run.about.instruments)
        if (known.id == intervention) return known;
    return {intervention};
}

void add_row(ReportTable& table, const std::string& name, const std::vector<int>& years,
             const ByYear& by_year) {
    std::vector<ReportCell> row{name};
    for (const int year : years) {
        const auto found = by_year.find(year);
        row.emplace_back(found == by_year.end() ? Figure{} : figure_of(found->second));
    }
    table.rows.push_back(std::move(row));
}

// A column a year, no rows.
ReportTable empty_section(const RunResults& results, const ReportStyle& style, std::string_view id,
                          std::string_view title, FigureKind kind) {
    const SectionWords& words = section_words(style.language);
    ReportTable table;
    table.section = id;
    table.title = fmt::format(fmt::runtime(words.with_unit), title, unit_of(kind, style).word);
    table.columns.push_back({std::string(words.intervention), FigureKind::text});
    for (const int year : flow_years(results.run))
        table.columns.push_back({std::to_string(year), kind});
    return table;
}

std::string name_of(const RunResults& results, const ReportStyle& style,
                    const std::string& intervention) {
    return name_in(style.language, label_of(results, "intervention", intervention));
}

ByYear top_ups(const RunData& run, const std::vector<int>& years) {
    ByYear by_year;
    for (const int year : years)
        if (const Summary* s = run.find("top_up_money", run.areas.back().id, year))
            by_year[year] = *s;
    return by_year;
}

std::vector<std::string> without_money(const RunResults& results, const ReportStyle& style) {
    std::vector<std::string> names;
    for (const AboutInstrument& instrument : results.run.about.instruments)
        if (!instrument.has_cost && !instrument.tops_up)
            names.push_back(name_of(results, style, instrument.id));
    return names;
}

}  // namespace

std::string money_caveat(const RunResults& results, const ReportStyle& style) {
    const std::size_t without = without_money(results, style).size();
    if (without == 0) return "";
    return fmt::format(fmt::runtime(section_words(style.language).no_money), without,
                       results.run.about.instruments.size());
}

std::string money_note(const RunResults& results, const ReportStyle& style) {
    const std::vector<std::string> names = without_money(results, style);
    if (names.empty()) return "";
    return fmt::format(fmt::runtime(section_words(style.language).no_money_names), names.size(),
                       results.run.about.instruments.size(),
                       fmt::join(names, words(style.language).list_separator));
}

ReportTable served_section(const RunResults& results, const ReportStyle& style) {
    const SectionWords& words = section_words(style.language);
    ReportTable table = empty_section(results, style, "served", words.served, FigureKind::people);
    for (const auto& [intervention, by_year] : yearly_services(results, "served_people")) {
        const AboutInstrument about = about_of(results, intervention);
        const std::string name = name_of(results, style, intervention);
        add_row(table, about.is_entitlement ? fmt::format(fmt::runtime(words.covered), name) : name,
                flow_years(results.run), about.covers_all ? ByYear{} : by_year);
    }
    table.note = words.served_note;
    table.chart = ReportChart::panels;
    return table;
}

ReportTable money_section(const RunResults& results, const ReportStyle& style) {
    const SectionWords& words = section_words(style.language);
    const RunData& run = results.run;
    const std::vector<int> years = flow_years(run);
    ReportTable table = empty_section(results, style, "money", words.money, FigureKind::money);
    for (const auto& [intervention, by_year] : yearly_services(results, "money"))
        if (has_any(by_year) || about_of(results, intervention).has_cost)
            add_row(table, name_of(results, style, intervention), years, by_year);
    const ByYear topped_up = top_ups(run, years);
    if (has_any(topped_up))
        add_row(table, name_in(style.language, indicator_label(results, "top_up_money")), years,
                topped_up);
    if (table.rows.empty()) return table;
    std::vector<ReportCell> all{std::string(words.all)};
    for (const int year : years)
        all.emplace_back(added_up(run, money_indicators(), run.areas.back().id, year));
    table.rows.push_back(std::move(all));
    table.note = money_note(results, style);
    table.closing_rows = 1;
    table.sums = true;
    table.chart = ReportChart::stacked;
    return table;
}

}  // namespace zhaimao
