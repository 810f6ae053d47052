#include "engine/report/sections.h"

#include <fmt/format.h>

#include <cmath>

#include "engine/io/csv.h"
#include "engine/report/assumption_section.h"
#include "engine/report/contribution_section.h"
#include "engine/report/growth_section.h"
#include "engine/report/instrument_sections.h"
#include "engine/report/result_lookup.h"
#include "engine/report/rules_section.h"
#include "engine/report/rules_text.h"
#include "engine/report/section_words.h"
#include "engine/report/sensitivity_section.h"
#include "engine/report/study_notes.h"
#include "engine/report/table_view.h"
#include "engine/report/transition_section.h"

namespace zhaimao {
namespace {

template <class... Args>
std::string filled(std::string_view text, const Args&... args) {
    return fmt::format(fmt::runtime(text), args...);
}

// What the sections of one document share.
struct Author {
    const RunResults& results;
    const RunData& run;
    const ReportStyle& style;
    const SectionWords& words;

    [[nodiscard]] std::string name(const Label& label) const {
        return name_in(style.language, label);
    }
    [[nodiscard]] std::string titled(std::string_view title, FigureKind kind) const {
        return filled(words.with_unit, title, unit_of(kind, style).word);
    }
    [[nodiscard]] const RunArea* city() const {
        for (const RunArea& area : run.areas)
            if (!area.is_county) return &area;
        return nullptr;
    }
    [[nodiscard]] Figure figure(const std::string& indicator, std::int64_t area, int year) const {
        const Summary* s = run.find(indicator, area, year);
        return s == nullptr ? Figure{} : figure_of(*s);
    }
};

ReportTable by_year(std::string_view id, std::string title, std::string_view head,
                    const std::vector<int>& years, FigureKind kind, ReportChart chart) {
    ReportTable table;
    table.section = id;
    table.title = std::move(title);
    table.columns.push_back({std::string(head), FigureKind::text});
    for (const int year : years) table.columns.push_back({std::to_string(year), kind});
    table.chart = chart;
    return table;
}

ReportTable areas_by_year(const Author& author, std::string_view id, std::string_view title,
                          FigureKind kind, const std::string& indicator) {
    const RunData& run = author.run;
    ReportTable table = by_year(id, author.titled(title, kind), author.words.county, run.years,
                                kind, ReportChart::lines);
    for (const RunArea& area : run.areas) {
        std::vector<ReportCell> row{author.name(area.name)};
        for (const int year : run.years) row.emplace_back(author.figure(indicator, area.id, year));
        table.rows.push_back(std::move(row));
        if (!area.is_county) ++table.closing_rows;
    }
    return table;
}

ReportTable incidence(const Author& author) {
    ReportTable table =
        areas_by_year(author, "incidence", author.words.incidence, FigureKind::share, "incidence");
    const Language language = author.style.language;
    const SaidOfSet said = [&](const RuleSet& set) {
        const RuleLimit* limit = set.find(IncidenceRule::name);
        return limit == nullptr ? "" : limit_text(*limit, language);
    };
    for (const RuleGroup& group : rule_groups(author.run.about.rules, said, language)) {
        std::vector<ReportCell> row{
            filled(author.words.with_limit, limit_head(group, language), group.text)};
        row.resize(table.columns.size(), Figure{group.set->find(IncidenceRule::name)->share});
        table.rows.push_back(std::move(row));
        ++table.closing_rows;
    }
    return table;
}

// A row an indicator, of the city.
ReportTable exits(const Author& author) {
    const RunData& run = author.run;
    const std::vector<int> years(run.years.begin() + 1, run.years.end());
    ReportTable table = by_year("exits", author.titled(author.words.exits, FigureKind::people),
                                author.words.flow, years, FigureKind::people, ReportChart::columns);
    const auto add = [&](const std::string& indicator) {
        std::vector<ReportCell> row{author.name(indicator_label(author.results, indicator))};
        for (const int year : years)
            row.emplace_back(author.figure(indicator, author.city()->id, year));
        table.rows.push_back(std::move(row));
    };
    add("exited_people");
    if (!run.about.exit_task.empty()) {
        std::vector<ReportCell> row{std::string(author.words.promised)};
        row.resize(table.columns.size());
        for (const YearlyTask& task : run.about.exit_task)
            for (std::size_t y = 0; y < years.size(); ++y)
                if (years[y] == task.year) row[y + 1] = Figure{task.people};
        table.rows.push_back(std::move(row));
    }
    table.charted_rows = table.rows.size();
    for (const char* indicator :
         {"relapsed_people", "newly_poor_people", "exited_people_cumulative"})
        add(indicator);
    return table;
}

std::string target_word_of(const SectionWords& words, const std::string& kind) {
    if (kind == "delisting") return std::string(words.delisting);
    return std::string(kind == "cohort" ? words.cohort : words.stock);
}

// Of one late future alone the order of size is known.
Figure shortfall(double people, double mcse) {
    Figure figure{people};
    figure.error = std::isfinite(mcse) ? mcse : 0.5 * people;
    return figure;
}

ReportTable targets(const Author& author) {
    const RunData& run = author.run;
    const SectionWords& words = author.words;
    ReportTable table;
    table.section = "targets";
    table.title = words.targets;
    table.columns = {{std::string(words.county), FigureKind::text},
                     {std::string(words.target), FigureKind::text},
                     {std::string(words.deadline), FigureKind::year},
                     {std::string(words.p_on_time), FigureKind::probability},
                     {std::string(words.median_year), FigureKind::year},
                     {filled(words.incidence_in, run.years.front()), FigureKind::share},
                     {std::string(words.incidence_at_deadline), FigureKind::share},
                     {filled(words.too_many, unit_of(FigureKind::people, author.style).word),
                      FigureKind::people}};
    table.chart = ReportChart::bars;
    const TableView view(*author.results.table("target"));
    std::map<std::int64_t, TableRow> rows;
    for (const TableRow row : view.rows()) rows.emplace(view.whole(row, "area_id"), row);
    for (const TargetChance& target : chances_by_deadline(author.results)) {
        const std::int64_t area = target.area;
        const TableRow row = rows.at(area);
        const auto deadline = static_cast<int>(view.whole(row, "deadline"));
        const std::int64_t median = view.whole(row, "year_q50");
        const bool never = median > run.years.back();
        table.rows.push_back(
            {author.name(area_label(run, area)), target_word_of(words, view.text(row, "target")),
             Figure{static_cast<double>(deadline)},
             Figure{view.real(row, "p_on_time"), view.real(row, "conf_low"),
                    view.real(row, "conf_high")},
             never ? ReportCell(filled(words.never, run.years.back()))
                   : ReportCell(Figure{static_cast<double>(median)}),
             author.figure("incidence", area, run.years.front()),
             author.figure("incidence", area, deadline),
             shortfall(view.real(row, "shortfall_people"), view.real(row, "shortfall_mcse"))});
    }
    return table;
}

}  // namespace

std::vector<ReportTable> sections_of(const RunResults& results, const ReportStyle& style) {
    const Author author{results, results.run, style, section_words(style.language)};
    const SectionWords& words = author.words;
    std::vector<ReportTable> tables;
    const bool has_years = !results.run.years.empty() && author.city() != nullptr;
    if (has_years && results.table("target")) tables.push_back(targets(author));
    if (has_years && results.table("target")) tables.push_back(rules_section(results, style));
    if (has_years) {
        tables.push_back(
            areas_by_year(author, "poor", words.poor, FigureKind::people, "poor_people"));
        tables.push_back(incidence(author));
        tables.push_back(exits(author));
    }
    if (has_years && results.table("transition"))
        tables.push_back(transition_section(results, style));
    if (has_years && results.table("intervention_year")) {
        tables.push_back(served_section(results, style));
        tables.push_back(money_section(results, style));
    }
    if (has_years && results.table("growth_incidence"))
        tables.push_back(growth_section(results, style));
    if (results.table("contribution")) tables.push_back(contribution_section(results, style));
    if (results.table("sensitivity"))
        std::ranges::move(sensitivity_sections(results, style), std::back_inserter(tables));
    if (results.table("assumption")) tables.push_back(assumption_section(results, style));
    std::erase_if(tables, [](const ReportTable& table) { return table.rows.empty(); });
    return tables;
}

std::string title_of(const RunData& run, const ReportStyle& style) {
    if (!style.title.empty()) return style.title;
    const std::string& title = name_in(style.language, run.about.title);
    return title.empty() ? run.scenario : title;
}

std::string citation(const RunData& run, const ReportStyle& style) {
    const std::string& title = name_in(style.language, run.about.title);
    if (run.about.study) return study_citation(run, style);
    return filled(section_words(style.language).citation, title.empty() ? run.scenario : title,
                  run.scenario, run.seed, sample_text(run.one_in, style.language),
                  futures_text(run.replicates, style.language), run.version, run.written);
}

std::vector<std::string> notes_of(const RunData& run, const std::vector<ReportTable>& sections,
                                  const ReportStyle& style) {
    const SectionWords& words = section_words(style.language);
    std::vector<std::string> notes;
    const auto note = [&](std::initializer_list<std::string_view> on, const std::string& text) {
        if (has_any(sections, on)) notes.push_back(text);
    };
    note({"targets", "poor", "incidence", "exits", "transitions", "served", "money", "growth"},
         filled(words.futures_note, futures_text(run.replicates, style.language)));
    note({"targets"}, filled(words.shares_note, number_text(confidence_level * 100.0)));
    note({"targets", "incidence"}, std::string(words.register_note));
    if (run.about.rules.beside_incidence())
        note({"targets", "rules"},
             filled(words.rules_note, rules_text(run.about.rules, style.language)));
    note({"transitions"}, std::string(words.moves_note));
    if (run.one_in > 1) notes.push_back(weighted_text(run.one_in, style.language));
    notes.push_back(filled(words.run_note, citation(run, style)));
    return notes;
}

}  // namespace zhaimao
