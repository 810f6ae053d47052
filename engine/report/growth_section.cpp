#include "engine/report/growth_section.h"

#include <fmt/format.h>

#include <map>

#include "engine/io/csv.h"
#include "engine/report/result_lookup.h"
#include "engine/report/section_words.h"
#include "engine/report/table_view.h"

namespace zhaimao {

ReportTable growth_section(const RunResults& results, const ReportStyle& style) {
    const SectionWords& words = section_words(style.language);
    const std::vector<int>& years = results.run.years;
    std::map<double, ByYear> rates;  // by percentile
    const TableView view(*results.table("growth_incidence"));
    for (const TableRow row : view.rows())
        if (view.whole(row, "area_id") == results.run.areas.back().id)
            rates[view.real(row, "percentile")][static_cast<int>(view.whole(row, "year"))] =
                view.summary(row);
    ReportTable table;
    table.section = "growth";
    table.title = fmt::format(fmt::runtime(words.growth), years.front());
    table.columns.push_back({std::string(words.percentile), FigureKind::text});
    for (std::size_t y = 1; y < years.size(); ++y)
        table.columns.push_back({std::to_string(years[y]), FigureKind::share});
    for (const auto& [percentile, by_year] : rates) {
        std::vector<ReportCell> row{number_text(percentile)};
        for (std::size_t y = 1; y < years.size(); ++y) {
            const auto found = by_year.find(years[y]);
            row.emplace_back(found == by_year.end() ? Figure{} : figure_of(found->second));
        }
        table.rows.push_back(std::move(row));
    }
    table.chart = ReportChart::curves;
    return table;
}

}  // namespace zhaimao
