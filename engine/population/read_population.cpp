#include "engine/population/read_population.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "engine/core/ordered_sum.h"
#include "engine/core/parallel.h"
#include "engine/core/random/draws.h"
#include "engine/io/csv.h"
#include "engine/population/attributes.h"
#include "engine/population/file_draft.h"
#include "engine/population/file_margins.h"
#include "engine/population/register.h"
#include "engine/population/synthesis.h"
#include "engine/population/whole_weights.h"

namespace zhaimao {
namespace {

constexpr double most_households = 2e7;  // of a county: what memory holds

std::string text_of(const OffTarget& off, const RakeMargin& margin) {
    const std::string name =
        margin.name + (margin.categories.empty() ? "" : " " + margin.categories[off.category]);
    if (off.no_support)
        return fmt::format("{} (target {:.6g}, no household of the file is there)", name,
                           off.target);
    return fmt::format("{} (target {:.6g}, reached {:.6g})", name, off.target, off.reached);
}

void report_conflict(const RakeResult& result, const std::vector<RakeMargin>& margins,
                     const MicrodataInputs& m, const County& area, Diagnostics& diagnostics) {
    const bool support = std::none_of(result.off.begin(), result.off.end(),
                                      [](const OffTarget& o) { return o.no_support; });
    std::string list;
    for (const OffTarget& off : result.off)
        if (support || off.no_support)
            list += (list.empty() ? "" : "; ") + text_of(off, margins[off.margin]);
    const std::string what = support ? "margins contradict each other or the file: after " +
                                           std::to_string(result.iterations) +
                                           " iterations still off are "
                                     : "a margin cannot be met: ";
    diagnostics.error(
        m.rake_at, "population.microdata.rake",
        "county " + area.id + ": " + what + list + ". Change a target, or leave a margin out");
}

// Size classes stand together, so that each is within one household of its weights; within them
// identity rules.
std::vector<std::uint32_t> copies_of(std::span<const FileHousehold> rows,
                                     const std::vector<double>& weights, double uniform) {
    std::vector<std::uint32_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return rows[a].people < rows[b].people;
    });
    std::vector<double> ordered;
    for (const std::uint32_t row : order) ordered.push_back(weights[row]);
    const std::vector<std::uint32_t> whole = whole_weights(ordered, uniform);
    std::vector<std::uint32_t> copies(rows.size());
    for (std::size_t i = 0; i < order.size(); ++i) copies[order[i]] = whole[i];
    return copies;
}

double rounding_uniform(const PopulationInputs& inputs, const County& area) {
    constexpr std::uint32_t no_replicate = 0, no_household = 0;
    constexpr int no_year = 0;
    return Draws(inputs.seed, no_replicate)
        .uniform(no_household, area.code, no_year, Purpose("microdata/rounding"));
}

void set_status(CountyPopulation& p, const FileDraft& d, const PopulationInputs& inputs,
                const County& area, Isa isa) {
    const std::span<const FileHousehold> rows = inputs.microdata->households->of(d.county);
    const auto set = [&](std::size_t i, std::uint32_t status) {
        p.state[i] = state::Status::set(p.state[i], status);
    };
    if (inputs.microdata->mapping.status.is_mapped()) {
        for (std::size_t i = 0; i < d.row.size(); ++i) set(i, rows[d.row[i]].status);
        return;
    }
    constexpr double deviations_are_logs = 0.0;
    const RegisterStart start = open_register_at(deviations_are_logs, inputs, area, d.draft, isa);
    for (const std::uint32_t i : start.rows) set(i, static_cast<std::uint32_t>(Status::registered));
    for (const std::uint32_t i : start.exited) set(i, static_cast<std::uint32_t>(Status::exited));
}

// What the file says takes the place of what was drawn.
void set_known(CountyPopulation& p, const FileDraft& d, const MicrodataInputs& m) {
    const std::span<const FileHousehold> rows = m.households->of(d.county);
    const AttributesInFile known = m.mapping.attributes();
    std::uint32_t stages = 0;
    for (std::size_t s = 0; s < stage_count; ++s) stages |= known.students[s] ? 1U << s : 0U;
    for (std::size_t i = 0; i < d.row.size(); ++i) {
        const FileHousehold& h = rows[d.row[i]];
        std::uint32_t& traits = p.traits[i];
        traits =
            trait::Students::set(traits, (trait::Students::get(traits) & ~stages) | h.students);
        if (known.workers) traits = trait::Workers::set(traits, h.workers);
        if (known.cause) traits = trait::MainCause::set(traits, h.cause);
        if (!known.village) continue;
        p.village[i] = static_cast<std::uint16_t>(h.village);
        traits = trait::RegisteredVillage::set(traits, h.registered_village ? 1U : 0U);
    }
}

void report_reading(CountyPopulation& p, const FileDraft& d, const PopulationInputs& inputs,
                    const County& area, const std::vector<double>& weights) {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    const auto weight = static_cast<double>(inputs.one_in);
    const auto add = [&](std::string variable, double target, double achieved) {
        p.reading.push_back({d.county, std::move(variable), target, achieved});
    };
    add("households", weight * ordered_sum(weights), weight * static_cast<double>(p.households()));
    add("bottom_coded_people", unknown, weight * static_cast<double>(d.bottom_coded_people));
    add("netted_people", unknown, weight * static_cast<double>(d.netted_people));
    std::vector<double> copies(weights.size(), 0.0);
    for (const std::uint32_t row : d.row) copies[row] += 1.0;
    for (const RakeMargin& margin : file_margins(inputs, d.county, area))
        for (std::size_t k = 0; k < margin.targets.size(); ++k) {
            const double each = margin.of_total ? 1.0 : weight;
            add("rake_" + margin.name +
                    (margin.categories.empty() ? "" : "_" + margin.categories[k]),
                each * margin.targets[k], each * reached_by(margin, k, copies));
        }
}

}  // namespace

std::optional<std::vector<double>> raked_weights(const PopulationInputs& inputs, std::size_t county,
                                                 const County& area, Diagnostics& diagnostics) {
    const MicrodataInputs& m = *inputs.microdata;
    std::vector<double> weights;
    const auto one_in = static_cast<double>(inputs.one_in);
    for (const FileHousehold& row : m.households->of(county))
        weights.push_back(row.weight / one_in);
    const std::vector<RakeMargin> margins = file_margins(inputs, county, area);
    RakeResult result = margins.empty() ? RakeResult{std::move(weights), 0, {}}
                                        : rake(std::move(weights), margins, m.limits);
    if (!result.off.empty()) {
        report_conflict(result, margins, m, area, diagnostics);
        return std::nullopt;
    }
    const double sum = ordered_sum(result.weights);
    if (sum >= 1.0 && sum <= most_households) return std::move(result.weights);
    diagnostics.error(m.mapping.asked_at, "population.microdata.weight",
                      "county " + area.id + ": the weights add up to " + number_text(sum) +
                          " households (from 1 to " + number_text(most_households) +
                          " are possible)");
    return std::nullopt;
}

CountyPopulation read_county_population(const PopulationInputs& inputs, std::size_t county,
                                        const County& area, Isa isa) {
    Diagnostics diagnostics;
    const auto weights = raked_weights(inputs, county, area, diagnostics);
    diagnostics.throw_if_errors();
    const MicrodataInputs& m = *inputs.microdata;
    FileDraft d = draft_from_file(
        inputs, county, area,
        copies_of(m.households->of(county), *weights, rounding_uniform(inputs, area)), isa);
    CountyPopulation p;
    p.people = d.draft.people;
    p.traits.resize(d.row.size());
    p.village.resize(d.row.size());
    p.state.assign(d.row.size(), 0);
    set_status(p, d, inputs, area, isa);
    constexpr double deviations_are_logs = 0.0;
    draw_attributes(p, d.draft, inputs, county, SynthesisDraws(inputs.seed, area.code, isa),
                    deviations_are_logs);
    set_known(p, d, m);
    p.income = std::move(d.income);
    p.measurement = std::move(d.draft.measurement);
    p.observed = std::move(d.draft.observed);
    p.observed_before = std::move(d.draft.observed_before);
    p.complete_state();
    tally_start(p, inputs.line, isa);
    report_reading(p, d, inputs, area, *weights);
    return p;
}

namespace {

Population read_counties(const PopulationInputs& inputs, const std::vector<County>& areas, Isa isa,
                         std::size_t threads) {
    Population population;
    population.counties.resize(areas.size());
    for_each_index(areas.size(), threads, [&](std::size_t c, std::size_t) {
        population.counties[c] = read_county_population(inputs, c, areas[c], isa);
    });
    return population;
}

// What worlds ask of all households together.
void look_over(CountyPopulation& county, std::size_t villages) {
    for (std::size_t s = 0; s < source_count; ++s)
        county.has_income[s] = std::any_of(county.income[s].begin(), county.income[s].end(),
                                           [](float yuan) { return yuan != 0.0F; });
    county.village_people = people_by_village(county, villages);
}

}  // namespace

std::vector<std::int32_t> people_by_village(const CountyPopulation& county, std::size_t villages) {
    std::vector<std::int32_t> people(villages, 0);
    for (std::size_t row = 0; row < county.households(); ++row)
        people[county.village[row]] +=
            static_cast<std::int32_t>(trait::People::get(county.traits[row]));
    return people;
}

Population make_population(const PopulationInputs& inputs, const std::vector<County>& areas,
                           Isa isa, std::size_t threads) {
    Population population = inputs.microdata ? read_counties(inputs, areas, isa, threads)
                                             : synthesise(inputs, areas, isa, threads);
    for_each_index(areas.size(), threads, [&](std::size_t c, std::size_t) {
        look_over(population.counties[c], static_cast<std::size_t>(inputs.counties[c].villages));
    });
    return population;
}

}  // namespace zhaimao
