#include "engine/report/transition_section.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/population/household.h"
#include "engine/report/result_lookup.h"
#include "engine/report/section_words.h"
#include "engine/report/table_view.h"

namespace zhaimao {
namespace {

using Move = std::pair<std::size_t, std::size_t>;  // from, to: indices into status_ids

std::size_t status_of(const std::string& id) {
    return static_cast<std::size_t>(std::find(status_ids.begin(), status_ids.end(), id) -
                                    status_ids.begin());
}

// Of the city, in the order of statuses.
std::map<Move, ByYear> moves_of(const RunResults& results) {
    std::map<Move, ByYear> moves;
    const TableView view(*results.table("transition"));
    const std::int64_t city = results.run.areas.back().id;
    for (const TableRow row : view.rows()) {
        const Move move{status_of(view.text(row, "status_from")),
                        status_of(view.text(row, "status_to"))};
        if (view.whole(row, "area_id") == city && std::max(move.first, move.second) < status_count)
            moves[move][static_cast<int>(view.whole(row, "year"))] = view.summary(row);
    }
    std::erase_if(moves, [](const auto& move) {
        return std::all_of(move.second.begin(), move.second.end(),
                           [](const auto& year) { return year.second.mean == 0.0; });
    });
    return moves;
}

}  // namespace

ReportTable transition_section(const RunResults& results, const ReportStyle& style) {
    const SectionWords& words = section_words(style.language);
    const std::vector<int>& years = results.run.years;
    ReportTable table;
    table.section = "transitions";
    table.title = fmt::format(fmt::runtime(words.with_unit), words.transitions,
                              unit_of(FigureKind::people, style).word);
    table.columns = {{std::string(words.from), FigureKind::text},
                     {std::string(words.to), FigureKind::text}};
    for (std::size_t y = 1; y < years.size(); ++y)
        table.columns.push_back({std::to_string(years[y]), FigureKind::people});
    for (const auto& [move, by_year] : moves_of(results)) {
        std::vector<ReportCell> row{std::string(words.statuses[move.first]),
                                    std::string(words.statuses[move.second])};
        for (std::size_t y = 1; y < years.size(); ++y) {
            const auto found = by_year.find(years[y]);
            row.emplace_back(found == by_year.end() ? Figure{} : figure_of(found->second));
        }
        table.rows.push_back(std::move(row));
    }
    table.chart = ReportChart::flows;
    return table;
}

}  // namespace zhaimao
