#include <algorithm>
#include <limits>
#include <memory>

#include "engine/interventions/allocation.h"
#include "engine/simulation/targeting.h"
#include "engine/simulation/year.h"

namespace zhaimao {
namespace {

constexpr std::int64_t no_plan = std::numeric_limits<std::int64_t>::max();

// What officials will have seen when the next year begins; top-ups are seen in full.
void carry_observed(CountyWorld& county, const LookBack& rule) {
    const float before = rule.years == 2 ? 0.5F : 0.0F;
    const float* const __restrict seen = county.cases.observed.data();
    const float* const __restrict top_up = county.cases.top_up.data();
    float* const __restrict observed = county.state.cases.observed.data();
    float* const __restrict mean = county.state.cases.observed_mean.data();
    for (std::size_t c = 0; c < county.state.cases.size(); ++c) {
        const float now = seen[c] + top_up[c];
        mean[c] = before * observed[c] + (1.0F - before) * now;
        observed[c] = now;
    }
}

// Households that left this year and would not have without what an intervention gave them this
// year: their income, less its part of the average, under the line, and no floor of another's that
// reaches it; or a guarantee that it met.
void count_hanging_exits(CountyWorld& county, const Assessment& rule, double line, int year) {
    const auto needed = static_cast<float>(line * rule.margin);
    const auto margin = static_cast<float>(rule.margin);
    const float part = 1.0F / static_cast<float>(rule.average_years);
    const Cases& cases = county.state.cases;
    for (const Gain& g : county.gains) {
        if (cases.left[g.case_index] != year || cases.status(g.case_index) != Status::exited)
            continue;
        const bool caught = !g.floor && county.cases.floor[g.case_index] * margin >= needed;
        const bool topped_up = county.cases.top_up[g.case_index] > 0.0F;
        const bool short_of_line =
            topped_up ? g.floor
                      : !caught && county.cases.assessed[g.case_index] - part * g.yuan < needed;
        if (short_of_line || g.guarantees != 0) ++county.services[g.intervention].would_fail;
    }
}

}  // namespace

void plan_exits(World& world, int year, CountySteps& steps) {
    if (!world.scenario.exit_plan) return;
    const auto weights = std::make_shared<std::vector<double>>(world.counties.size());
    steps.each([&world, weights, year](std::size_t c, Scratch&) {
        const int years_left = std::max(1, world.scenario.counties[c].target.deadline - year + 1);
        (*weights)[c] = count_on_register(world.counties[c].state.cases).people /
                        static_cast<double>(years_left);
    });
    steps.of_city([&world, weights, year] {
        const auto at = static_cast<std::size_t>(year - world.scenario.start - 1);
        const std::vector<std::int64_t> plan =
            largest_remainder(static_cast<std::int64_t>((*world.scenario.exit_plan)[at]), *weights);
        for (std::size_t c = 0; c < plan.size(); ++c) world.counties[c].exit_plan = plan[c];
    });
}

void assess(World& world, std::size_t c, int year) {
    const Scenario& s = world.scenario;
    CountyWorld& county = world.counties[c];
    county.able_people =
        assess(county.cases, county.state, s.assessment, s.line_in(year), county.able);
    if (s.inspection) average_truth(county.cases, county.state, s.assessment);
    county.exits =
        let_exit(county.state, county.able, s.exit_plan ? county.exit_plan : no_plan, year);
    county.exited_ever += county.exits.people;
    county.plan_shortfall =
        s.exit_plan ? std::max<std::int64_t>(0, county.exit_plan - county.able_people) : 0;
    if (s.recording.gains) {
        count_hanging_exits(county, s.assessment, s.line_in(year), year);
        count_targeting(county, s.line_in(year));
    }
    carry_observed(county, s.look_back);
}

}  // namespace zhaimao
