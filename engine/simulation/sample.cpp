#include "engine/simulation/sample.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/contracts.h"
#include "engine/exit/look_back.h"

namespace zhaimao {
namespace {

std::int64_t sum_of(std::span<const std::int64_t> counts) {
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

// One field of every county at a time.
template <class Rows, class Field>
std::vector<std::int64_t> sampled_field(const Rows& rows, std::int64_t one_in, Field field) {
    std::vector<std::int64_t> counts;
    for (const auto& row : rows) counts.push_back(row.*field);
    return sampled(counts, one_in);
}

void shrink_counties(Scenario& s, std::int64_t one_in) {
    std::vector<CountyMarginals>& marginals = s.population.counties;
    const auto people = sampled_field(s.counties, one_in, &County::rural_people);
    const auto poor = sampled_field(s.counties, one_in, &County::registered_poor);
    const auto exited = sampled_field(s.counties, one_in, &County::exited_people);
    const auto villages = sampled_field(marginals, one_in, &CountyMarginals::villages);
    const auto on_list = sampled_field(marginals, one_in, &CountyMarginals::registered_villages);
    for (std::size_t c = 0; c < s.counties.size(); ++c) {
        s.counties[c].rural_people = std::max<std::int64_t>(people[c], 1);
        s.counties[c].registered_poor = std::min(poor[c], s.counties[c].rural_people);
        s.counties[c].exited_people =
            std::min(exited[c], s.counties[c].rural_people - s.counties[c].registered_poor);
        marginals[c].villages = std::max<std::int64_t>(villages[c], 1);
        marginals[c].registered_villages = std::min(on_list[c], marginals[c].villages);
    }
}

void shrink(std::vector<double>& by_year, std::int64_t one_in) {
    for (double& n : by_year) n = std::floor(n / static_cast<double>(one_in));
}

void shrink_capacity(Intervention& iv, std::int64_t one_in) {
    if (iv.capacity) shrink(iv.capacity->by_year, one_in);
    std::vector<std::int64_t> units;
    for (const PipelineStage& stage : iv.pipeline) units.push_back(stage.units);
    const std::vector<std::int64_t> left = sampled(units, one_in, sum_of(units) / one_in);
    for (std::size_t k = 0; k < left.size(); ++k) iv.pipeline[k].units = left[k];
}

bool is_counted(std::string_view unit) {
    constexpr std::array counted{"people", "households", "villages",
                                 "yuan",   "yuan/year",  "unit of the capacity"};
    return std::find(counted.begin(), counted.end(), unit) != counted.end();
}

// Calls f(cell) for every cell of an area's year that counts something.
template <class F>
void for_each_count(const RecordLayout& layout, std::size_t area, int year, F f) {
    for (std::size_t k = 0; k < indicator_count; ++k)
        if (is_counted(indicator_table[k].unit))
            f(layout.area_year(static_cast<Indicator>(k), area, year));
    for (std::size_t k = 0; k < service_count; ++k)
        for (std::size_t i = 0; i < layout.interventions(); ++i)
            if (is_counted(service_table[k].unit))
                f(layout.service(i, static_cast<Service>(k), area, year));
    for (std::size_t from = 0; from < status_count; ++from)
        for (std::size_t to = 0; to < status_count; ++to)
            f(layout.transition(static_cast<Status>(from), static_cast<Status>(to), area, year));
    for (std::size_t flow = 0; flow < flow_count; ++flow)
        for (std::size_t cause = 0; cause < layout.causes(); ++cause)
            f(layout.flow(static_cast<Flow>(flow), cause, area, year));
    for (std::size_t fund = 0; fund < layout.funds(); ++fund)
        for (std::size_t k = 0; k < budget_count; ++k)
            f(layout.budget(fund, static_cast<Budget>(k), area, year));
    for (std::size_t kind = 0; kind < spell_kinds; ++kind)
        for (std::size_t years = 0; years < spell_count; ++years)
            f(layout.spell(static_cast<Spell>(kind), years, area, year));
}

}  // namespace

std::vector<std::int64_t> sampled(std::span<const std::int64_t> counts, std::int64_t one_in,
                                  std::int64_t total) {
    EXPECTS(one_in >= 1);
    std::vector<std::int64_t> whole(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i) whole[i] = counts[i] / one_in;
    std::vector<std::size_t> order(counts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return counts[a] % one_in > counts[b] % one_in;
    });
    const std::int64_t left = total - sum_of(whole);
    EXPECTS(left >= 0 && left <= static_cast<std::int64_t>(counts.size()));
    for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i) ++whole[order[i]];
    return whole;
}

std::vector<std::int64_t> sampled(std::span<const std::int64_t> counts, std::int64_t one_in) {
    return sampled(counts, one_in, (sum_of(counts) + one_in / 2) / one_in);
}

Scenario in_sample(Scenario s) {
    const std::int64_t one_in = s.population.one_in;
    if (one_in == 1) return s;
    shrink_counties(s, one_in);
    for (Intervention& iv : s.interventions) shrink_capacity(iv, one_in);
    for (Fund& fund : s.funds)
        for (std::int64_t& fen : fund.allotted_fen) fen /= one_in;
    if (s.exit_plan) shrink(*s.exit_plan, one_in);
    s.stock_tolerance /= one_in;
    return s;
}

void weigh(Record& record, const RecordLayout& layout, std::int64_t one_in) {
    if (one_in == 1) return;
    const auto weight = static_cast<double>(one_in);
    for (std::size_t area = 0; area < layout.areas(); ++area)
        for (int year = layout.first_year(); year <= layout.last_year(); ++year)
            for_each_count(layout, area, year, [&](std::size_t cell) { record[cell] *= weight; });
}

}  // namespace zhaimao
