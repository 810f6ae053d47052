#include "engine/report/html/strip.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/report/html/html_words.h"
#include "engine/report/result_lookup.h"

namespace zhaimao {
namespace {

StripCell cell_of(const Summary* s, const ReportStyle& style) {
    StripCell cell;
    cell.text = "-";
    if (s == nullptr || !std::isfinite(s->mean)) return cell;
    Figure figure = figure_of(*s);
    cell.full = figure_text(figure, FigureKind::share, style);
    figure.low = figure.high = Summary::undefined;
    cell.text = figure_text(figure, FigureKind::share, style);
    cell.step = static_cast<std::size_t>(
        std::upper_bound(strip_steps.begin(), strip_steps.end(), s->mean) - strip_steps.begin());
    cell.known = true;
    return cell;
}

StripRow row_of(const RunData& run, std::int64_t area, const ReportStyle& style) {
    StripRow row{name_in(style.language, area_label(run, area)), {}, ""};
    for (const int year : run.years)
        row.cells.push_back(cell_of(run.find("incidence", area, year), style));
    return row;
}

StripRow row_of(const RunData& run, const TargetChance& target, const ReportStyle& style) {
    StripRow row = row_of(run, target.area, style);
    for (std::size_t y = 0; y < run.years.size(); ++y) {
        row.cells[y].due = row.cells[y].known && run.years[y] == target.deadline;
        row.cells[y].met = row.cells[y].known && run.years[y] == target.median_year;
    }
    row.chance = figure_text(target.p_on_time, FigureKind::probability, style);
    return row;
}

}  // namespace

Strip strip_of(const RunResults& results, const ReportStyle& style) {
    const RunData& run = results.run;
    Strip strip;
    if (!run.values.contains("incidence")) return strip;
    strip.years = run.years;
    const std::vector<TargetChance> targets = chances_by_deadline(results);
    strip.all_counties = targets.size();
    for (const std::size_t place : least_likely(targets, most_drawn_counties))
        strip.counties.push_back(row_of(run, targets[place], style));
    for (const RunArea& area : run.areas)
        if (!area.is_county) strip.city.push_back(row_of(run, area.id, style));
    return strip;
}

std::string strip_key(std::size_t step) {
    return step == 0 ? fmt::format("< {:.0f}", strip_steps[0] * 100.0)
                     : fmt::format("\u2265 {:.0f}", strip_steps[step - 1] * 100.0);
}

std::vector<std::string> strip_notes(const Strip& strip, const ReportStyle& style) {
    const HtmlWords& words = html_words(style.language);
    std::vector<std::string> notes{std::string(words.strip_legend)};
    if (strip.counties.size() < strip.all_counties)
        notes.push_back(fmt::format(fmt::runtime(words.strip_shown), strip.counties.size(),
                                    strip.all_counties) +
                        " " + std::string(words.rest_shown));
    return notes;
}

}  // namespace zhaimao
