#include "engine/simulation/accounts.h"
#include "engine/simulation/serve.h"
#include "engine/simulation/served.h"
#include "engine/simulation/year.h"

namespace zhaimao {
namespace {

void open_year(World& world, CountySteps& steps) {
    steps.each([&world](std::size_t c, Scratch&) {
        CountyWorld& county = world.counties[c];
        county.services.assign(world.scenario.interventions.size(), {});
        county.reached.assign(county.services.size(), CountyWorld::all);
        county.members.clear();
        county.status_before.resize(county.state.cases.size());
        std::uint8_t* const __restrict before = county.status_before.data();
        const std::uint32_t* const __restrict now = county.state.cases.state.data();
        for (std::size_t k = 0; k < county.status_before.size(); ++k)
            before[k] = static_cast<std::uint8_t>(state::Status::get(now[k]));
    });
}

void look_back_everywhere(World& world, int year, CountySteps& steps) {
    steps.each([&world, year](std::size_t c, Scratch&) {
        CountyWorld& county = world.counties[c];
        const LookBackContext context{world.scenario.look_back,
                                      world.scenario.dynamics,
                                      world.draws,
                                      world.scenario.counties[c].code,
                                      year,
                                      world.scenario.reentry_line(year - 1)};
        county.entries = look_back(county.state, world.population->counties[c], context);
        county.status_before.resize(county.state.cases.size(),
                                    static_cast<std::uint8_t>(Status::never));
    });
}

void run_interventions(World& world, int year, CountySteps& steps) {
    for (std::size_t i = 0; i < world.scenario.interventions.size(); ++i) {
        const Intervention& iv = world.scenario.interventions[i];
        if (iv.is_entitlement() || year < iv.from || year > iv.until) continue;
        run_intervention(world, i, year, steps);
    }
}

// Who benefits in served villages this year, as everything stands before the year is lived. Where a
// fund pays, that is settled already.
void look_into_villages(World& world, std::size_t c, int year) {
    for (std::size_t i = 0; i < world.scenario.interventions.size(); ++i) {
        const Intervention& iv = world.scenario.interventions[i];
        const bool settled = !iv.paid_from.empty() && year > world.scenario.start;
        if (iv.serves_villages && !settled)
            find_enrolled(world, c, i, year, world.counties[c].served_in_villages[i]);
    }
}

void close_enrolment(World& world, int year, CountySteps& steps) {
    steps.each([&world, year](std::size_t c, Scratch&) {
        look_into_villages(world, c, year);
        close_accounts(world, c);
        CountyWorld& county = world.counties[c];
        county.status_before.resize(county.state.cases.size(),
                                    static_cast<std::uint8_t>(Status::never));
    });
}

}  // namespace

void enrol(World& world, int year, CountySteps& steps) {
    open_accounts(world, year, steps);
    open_year(world, steps);
    look_back_everywhere(world, year, steps);
    plan_exits(world, year, steps);
    pay_commitments(world, year, steps);
    run_interventions(world, year, steps);
    close_enrolment(world, year, steps);
}

void enrol_before(World& world, CountySteps& steps) {
    open_year(world, steps);
    run_interventions(world, world.scenario.start, steps);
    close_enrolment(world, world.scenario.start, steps);
}

}  // namespace zhaimao
