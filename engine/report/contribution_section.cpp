#include "engine/report/contribution_section.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

#include "engine/analysis/decompose.h"
#include "engine/analysis/paired.h"
#include "engine/io/csv.h"
#include "engine/report/contribution.h"
#include "engine/report/instrument_sections.h"
#include "engine/report/labels.h"
#include "engine/report/result_lookup.h"
#include "engine/report/section_words.h"
#include "engine/report/sections.h"
#include "engine/report/table_view.h"

namespace zhaimao {
namespace {

constexpr std::array<FigureKind, achievement_ids.size()> kinds{
    FigureKind::people, FigureKind::share, FigureKind::people, FigureKind::money};

Figure mean_with_interval(const Summary& s) {
    Figure figure{s.mean, Summary::undefined, Summary::undefined, s.mcse};
    if (s.n < 2 || !(s.mcse > 0.0)) return figure;
    const double half = student_t(confidence_level, s.n - 1) * s.mcse;
    figure.low = s.mean - half;
    figure.high = s.mean + half;
    return figure;
}

using Achievements = std::map<std::string, Summary>;  // by indicator

struct Part {
    std::string id;
    Achievements achieved;
};

// Money that is none in every future is no figure.
ReportCell achieved_cell(std::size_t achievement, const Summary& s) {
    const bool is_none = kinds[achievement] == FigureKind::money && s.mean == 0.0 && !(s.sd > 0.0);
    return is_none ? Figure{} : mean_with_interval(s);
}

// In the order of the table.
std::vector<Part> parts_of(const Table& table) {
    std::vector<Part> parts;
    const TableView view(table);
    for (const TableRow row : view.rows()) {
        const std::string& id = view.text(row, "component");
        auto found = std::find_if(parts.begin(), parts.end(),
                                  [&](const Part& part) { return part.id == id; });
        if (found == parts.end()) found = parts.insert(parts.end(), {id, {}});
        found->achieved[view.text(row, "indicator")] = view.summary(row);
    }
    return parts;
}

// Growth alone, then shares from the largest, then all.
double rank(const Part& part) {
    if (part.id == "none") return -std::numeric_limits<double>::infinity();
    if (part.id == "all") return std::numeric_limits<double>::infinity();
    const auto exits = part.achieved.find(std::string(achievement_ids[0]));
    return exits == part.achieved.end() ? 0.0 : -exits->second.mean;
}

bool is_batch(const Part& part) {
    return part.id == "none" || part.id == "all" ||
           std::find(batch_ids.begin(), batch_ids.end(), part.id) != batch_ids.end();
}

// With its unit; points of incidence and person-years have it in their words.
std::string head_of(std::size_t achievement, const ReportStyle& style) {
    const SectionWords& words = section_words(style.language);
    const FigureKind kind = kinds[achievement];
    const bool is_years = achievement == std::size_t(Achievement::poverty_years);
    if (is_years && style.numbers == Numbers::wan)
        return fmt::format(fmt::runtime(words.with_unit), words.achievements[achievement],
                           words.wan_person_years);
    if (is_years || kind == FigureKind::share) return std::string(words.achievements[achievement]);
    return fmt::format(fmt::runtime(words.with_unit), words.achievements[achievement],
                       unit_of(kind, style).word);
}

}  // namespace

ReportTable contribution_section(const RunResults& results, const ReportStyle& style) {
    const SectionWords& words = section_words(style.language);
    ReportTable table;
    table.section = "contributions";
    table.title = words.contributions;
    std::vector<Part> parts = parts_of(*results.table("contribution"));
    // An instrument may have the id of a batch; all of one decomposition are of one sort.
    const bool by_batch = std::all_of(parts.begin(), parts.end(), is_batch);
    table.columns.push_back(
        {std::string(by_batch ? words.batch : words.intervention), FigureKind::text});
    for (std::size_t a = 0; a < achievement_ids.size(); ++a)
        table.columns.push_back({head_of(a, style), kinds[a]});
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Part& a, const Part& b) { return rank(a) < rank(b); });
    for (const Part& part : parts) {
        const bool is_instrument = !by_batch && part.id != "none" && part.id != "all";
        std::vector<ReportCell> row{
            is_instrument ? name_in(style.language, label_of(results, "intervention", part.id))
                          : contribution_name(part.id, style.language)};
        for (std::size_t a = 0; a < achievement_ids.size(); ++a) {
            const auto found = part.achieved.find(std::string(achievement_ids[a]));
            row.push_back(found == part.achieved.end() ? ReportCell(Figure{})
                                                       : achieved_cell(a, found->second));
        }
        table.rows.push_back(std::move(row));
    }
    table.note = money_note(results, style);
    table.closing_rows = 1;
    table.chart = ReportChart::waterfall;
    return table;
}

std::vector<std::string> contribution_notes(const RunResults& results, const ReportStyle& style) {
    const SectionWords& words = section_words(style.language);
    std::vector<std::string> notes;
    if (const Table* table = results.table("contribution")) {
        const TableView view(*table);
        const bool sampled = std::any_of(view.rows().begin(), view.rows().end(), [&](TableRow row) {
            return view.text(row, "method") == "permutation";
        });
        if (results.run.replicates > 1)
            notes.push_back(fmt::format(fmt::runtime(words.contributions_note),
                                        number_text(confidence_level * 100.0)));
        notes.emplace_back(sampled ? words.sampled_orders : words.every_order);
        notes.emplace_back(words.contributed_money);
    }
    if (results.run.one_in > 1) notes.push_back(weighted_text(results.run.one_in, style.language));
    notes.push_back(fmt::format(fmt::runtime(words.run_note), citation(results.run, style)));
    return notes;
}

}  // namespace zhaimao
