#include <algorithm>

#include "engine/interventions/allocation.h"
#include "engine/simulation/targeting.h"
#include "engine/simulation/year.h"

namespace zhaimao {
namespace {

constexpr std::int64_t no_limit = std::int64_t{1} << 50;

std::int64_t people_on_register(const CountyWorld& county) {
    std::int64_t people = 0;
    for (std::size_t c = 0; c < county.state.cases.size(); ++c)
        if (on_register(status_of(county.state.state[county.state.cases.row[c]])))
            people += trait::People::get(county.cases.traits[c]);
    return people;
}

// The city's exit plan of the year, divided by remaining poor people over years left to the
// deadline.
std::vector<std::int64_t> plan_by_county(const World& world, int year) {
    const Scenario& s = world.scenario;
    if (!s.exit_plan) return std::vector<std::int64_t>(world.counties.size(), no_limit);
    std::vector<double> weights;
    for (std::size_t c = 0; c < world.counties.size(); ++c) {
        const int years_left = std::max(1, s.counties[c].target.deadline - year + 1);
        weights.push_back(static_cast<double>(people_on_register(world.counties[c])) / years_left);
    }
    return largest_remainder(
        static_cast<std::int64_t>((*s.exit_plan)[static_cast<std::size_t>(year - s.start - 1)]),
        weights);
}

// What officials will have seen when the next year begins; top-ups are seen in full.
void carry_observed(CountyWorld& county) {
    Cases& cases = county.state.cases;
    for (std::size_t c = 0; c < cases.size(); ++c) {
        const float now = county.cases.observed[c] + county.cases.top_up[c];
        cases.observed_mean[c] = 0.5F * (cases.observed[c] + now);
        cases.observed[c] = now;
    }
}

// Years on the register of those who left it this year.
void count_spells(CountyWorld& county, int year) {
    county.exited_after.fill(0);
    const Cases& cases = county.state.cases;
    for (std::size_t c = 0; c < cases.size(); ++c) {
        const bool out = status_of(county.state.state[cases.row[c]]) == Status::exited;
        if (out && cases.left[c] == year)
            county.exited_after[spell_of(year - cases.entered[c])] +=
                trait::People::get(county.cases.traits[c]);
    }
}

// Households that left this year and would not have without what an intervention gave them this
// year: their income, less its part of the average, under the line; or a guarantee that it met.
void count_hanging_exits(CountyWorld& county, const Assessment& rule, double line, int year) {
    const auto needed = static_cast<float>(line * rule.margin);
    const float part = 1.0F / static_cast<float>(rule.average_years);
    for (const Gain& g : county.gains) {
        const std::uint32_t row = county.state.cases.row[g.case_index];
        if (county.state.cases.left[g.case_index] != year ||
            status_of(county.state.state[row]) != Status::exited)
            continue;
        const bool topped_up = county.cases.top_up[g.case_index] > 0.0F;
        const bool short_of_line =
            topped_up ? g.floor : county.cases.assessed[g.case_index] - part * g.yuan < needed;
        if (short_of_line || g.guarantees != 0) ++county.services[g.intervention].would_fail;
    }
}

}  // namespace

void assess(World& world, int year) {
    const Scenario& s = world.scenario;
    for_each_county(world, [&](std::size_t c, Scratch&) {
        CountyWorld& county = world.counties[c];
        county.assessed =
            assess(county.cases, county.state, s.assessment, s.line_in(year), county.able);
    });
    const std::vector<std::int64_t> plan = plan_by_county(world, year);
    for_each_county(world, [&](std::size_t c, Scratch&) {
        CountyWorld& county = world.counties[c];
        county.exits = let_exit(county.state, county.able, plan[c], year);
        county.exited_ever += county.exits;
        county.plan_shortfall =
            plan[c] == no_limit ? 0
                                : std::max<std::int64_t>(0, plan[c] - county.assessed.able_people);
        count_spells(county, year);
        if (s.recording.gains) {
            count_hanging_exits(county, s.assessment, s.line_in(year), year);
            count_targeting(county, s.line_in(year));
        }
        carry_observed(county);
        if (s.look_back.years == 1) county.state.cases.observed_mean = county.state.cases.observed;
    });
}

}  // namespace zhaimao
