#include "engine/simulation/world.h"

#include <algorithm>

#include "engine/core/parallel.h"
#include "engine/population/read_population.h"
#include "engine/simulation/year.h"

namespace zhaimao {

namespace {

void settle_villages(Villages& villages, const CountyPopulation& population,
                     const CountyMarginals& marginals) {
    villages.people = population.village_people;
    if (villages.people.empty())
        villages.people =
            people_by_village(population, static_cast<std::size_t>(marginals.villages));
    villages.left_in.assign(static_cast<std::size_t>(marginals.registered_villages), 0);
}

// Columns of its own, copies of what many begin with, or the population's.
void begin_county(CountyState& state, std::size_t c, const Scenario& s, const WorldUse& use,
                  const Population& population) {
    const StartRule rule = start_rule(s);
    const KeptColumns kept{use.keeps_observed, s.dynamics.measurement.sd > 0.0 || s.inspection};
    if (use.last_use != nullptr)
        take_start(state, use.last_use->counties[c], rule, kept);
    else if (use.started && use.started->rule == rule)
        start_county(state, population.counties[c], use.started->counties[c], kept);
    else
        start_county(state, population.counties[c], start_of(population.counties[c], rule), kept);
}

}  // namespace

StartRule start_rule(const Scenario& s) {
    return {s.start, s.reentry_line(s.start), s.look_back.years == 2};
}

void for_each_county(World& world, const std::function<void(std::size_t, Scratch&)>& f) {
    for_each_index(
        world.counties.size(), world.scratch->size(),
        [&](std::size_t county, std::size_t worker) { f(county, (*world.scratch)[worker]); });
}

RecordLayout layout_of(const Scenario& s) {
    return RecordLayout(s.counties.size(), s.start, s.horizon, s.interventions.size(), cause_count,
                        std::variant_size_v<DelistingRule>, s.funds.size());
}

bool looks_at_last_year(const Scenario& s) {
    return s.look_back.years == 2 || (s.inspection && s.assessment.average_years == 2) ||
           !std::all_of(s.interventions.begin(), s.interventions.end(),
                        [](const Intervention& iv) { return iv.eligible.needs_register(); });
}

World::World(const Scenario& s, std::shared_ptr<const Population> people, const Draws& keyed,
             Isa isa, const WorldUse& use)
    : WorldState{std::move(people),
                 keyed,
                 live_kernel(isa),
                 life_kernel(isa),
                 case_kernels(isa),
                 predicate_kernel(isa),
                 tally_kernel(isa),
                 words_kernel(isa),
                 std::vector<CountyWorld>(s.counties.size()),
                 std::vector<Account>(s.funds.size()),
                 std::vector(s.funds.size(), std::vector<std::int64_t>(s.counties.size(), 0)),
                 layout_of(s),
                 {},
                 use.scratch ? use.scratch : std::make_shared<std::vector<Scratch>>(use.threads),
                 std::vector<Dynamics>(static_cast<std::size_t>(s.horizon - s.start + 1)),
                 use.lends_columns},
      scenario(s) {
    record.assign(layout.size(), 0.0);
    std::size_t largest = 0;
    for (const CountyPopulation& county : population->counties)
        largest = std::max(largest, county.households());
    for (Scratch& own : *scratch) {
        if (own.screened.size() < largest) own.screened.resize(largest);
        if (s.inspection && own.missed.size() < largest) own.missed.resize(largest);
    }
    CountySteps steps(*this);
    steps.each([&](std::size_t c, Scratch&) {
        counties[c].enrolments.resize(s.interventions.size());
        counties[c].village_services.resize(s.interventions.size());
        counties[c].served_in_villages.resize(s.interventions.size());
        counties[c].reached.assign(s.interventions.size(), CountyWorld::all);
        settle_villages(counties[c].villages, population->counties[c], s.population.counties[c]);
        begin_county(counties[c].state, c, s, use, *population);
    });
    begin(*this, steps);
    steps.meet();
}

HouseholdView view_cases(const World& world, std::size_t county, int year) {
    const CountyState& s = world.counties[county].state;
    HouseholdView view;
    view.traits = s.cases.traits;
    view.state = s.cases.state;
    view.observed = s.cases.observed;
    view.entered = s.cases.entered;
    view.enrolled = s.cases.enrolled;
    view.kernel = world.judge;
    view.year = year;
    view.designation = world.scenario.counties[county].designation;
    const std::vector<Event>& events = world.scenario.dynamics.events;
    for (std::size_t e = 0; e < events.size(); ++e) {
        if (events[e].cause == Cause::illness) view.illness_events |= 1U << e;
        if (events[e].cause == Cause::disability) view.disability_events |= 1U << e;
    }
    return view;
}

}  // namespace zhaimao
