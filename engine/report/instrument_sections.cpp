#include "engine/report/instrument_sections.h"

#include <fmt/format.h>

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

void add_flow(ReportTable& table, const std::string& name, const std::vector<int>& years,
              const ByYear& by_year) {
    if (!has_any(by_year)) return;
    std::vector<ReportCell> row{name};
    for (const int year : years) {
        const auto found = by_year.find(year);
        row.emplace_back(found == by_year.end() ? Figure{} : figure_of(found->second));
    }
    table.rows.push_back(std::move(row));
}

ReportTable instruments(const RunResults& results, const ReportStyle& style, std::string_view id,
                        std::string_view title, FigureKind kind, const std::string& indicator) {
    const SectionWords& words = section_words(style.language);
    const std::vector<int> years = flow_years(results.run);
    ReportTable table;
    table.section = id;
    table.title = fmt::format(fmt::runtime(words.with_unit), title, unit_of(kind, style).word);
    table.columns.push_back({std::string(words.intervention), FigureKind::text});
    for (const int year : years) table.columns.push_back({std::to_string(year), kind});
    for (const auto& [intervention, by_year] : yearly_services(results, indicator))
        add_flow(table, name_in(style.language, label_of(results, "intervention", intervention)),
                 years, by_year);
    return table;
}

ByYear top_ups(const RunData& run, const std::vector<int>& years) {
    ByYear by_year;
    for (const int year : years)
        if (const Summary* s = run.find("top_up_money", run.areas.back().id, year))
            by_year[year] = *s;
    return by_year;
}

}  // namespace

ReportTable served_section(const RunResults& results, const ReportStyle& style) {
    ReportTable table = instruments(results, style, "served", section_words(style.language).served,
                                    FigureKind::people, "served_people");
    table.chart = ReportChart::panels;
    return table;
}

ReportTable money_section(const RunResults& results, const ReportStyle& style) {
    const SectionWords& words = section_words(style.language);
    const RunData& run = results.run;
    const std::vector<int> years = flow_years(run);
    ReportTable table =
        instruments(results, style, "money", words.money, FigureKind::money, "money");
    add_flow(table, name_in(style.language, indicator_label(results, "top_up_money")), years,
             top_ups(run, years));
    if (table.rows.empty()) return table;
    std::vector<ReportCell> all{std::string(words.all)};
    for (const int year : years)
        all.emplace_back(added_up(run, money_indicators(), run.areas.back().id, year));
    table.rows.push_back(std::move(all));
    table.closing_rows = 1;
    table.sums = true;
    table.chart = ReportChart::stacked;
    return table;
}

}  // namespace zhaimao
