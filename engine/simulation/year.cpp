#include "engine/simulation/year.h"

#include <memory>
#include <utility>

#include "engine/simulation/check_year.h"
#include "engine/simulation/protection.h"

namespace zhaimao {

namespace {

// What a thread writes over for each county goes to one, or back.
void lend(CountyWorld& county, Scratch& scratch) {
    std::swap(static_cast<YearColumns&>(county), scratch.columns);
    std::swap(county.state.multiplier, scratch.multiplier);
}

// What the counties' year adds up to for the city: nobody waits for it.
void add_up(World& world, std::shared_ptr<const std::vector<Tally>> counties, int year,
            CountySteps& steps) {
    steps.of_city([&world, counties = std::move(counties), year] {
        check_city(world, record_city(world, *counties, year), year);
    });
    constexpr std::size_t most = 1000;  // sums of a county and year that wait: some 10 MB
    if (steps.waiting() * world.counties.size() > most) steps.meet();
}

}  // namespace

void begin(World& world, CountySteps& steps) {
    const int year = world.scenario.start;
    enrol_before(world, steps);
    const auto tallies = std::make_shared<std::vector<Tally>>(world.counties.size());
    steps.each([&world, tallies, year](std::size_t c, Scratch&) {
        (*tallies)[c] = record(world, c, year);
        check_county(world, (*tallies)[c], c, year);
        forget_cases(world.counties[c].state.screened, world.counties[c].state);
    });
    add_up(world, tallies, year, steps);
}

void simulate_year(World& world, int year, CountySteps& steps) {
    enrol(world, year, steps);
    // Counties know their parts of the plan and of the money.
    if (world.scenario.exit_plan || !world.scenario.funds.empty()) steps.settle();
    world.dynamics_in(year) = protected_dynamics(world.scenario, year);
    const auto tallies = std::make_shared<std::vector<Tally>>(world.counties.size());
    steps.each([&world, tallies, year](std::size_t c, Scratch& scratch) {
        if (world.lends_columns) lend(world.counties[c], scratch);
        live(world, c, year, scratch);
        assess(world, c, year);
        delist(world, c, year);
        (*tallies)[c] = record(world, c, year);
        check_county(world, (*tallies)[c], c, year);
        if (world.lends_columns) lend(world.counties[c], scratch);
    });
    add_up(world, tallies, year, steps);
}

void simulate_year(World& world, int year) {
    CountySteps steps(world);
    simulate_year(world, year, steps);
    steps.meet();
}

}  // namespace zhaimao
