#include "engine/simulation/year.h"

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

}  // namespace

void begin(World& world) {
    const int year = world.scenario.start;
    enrol_before(world);
    std::vector<Tally> tallies(world.counties.size());
    for_each_county(world, [&](std::size_t c, Scratch&) {
        tallies[c] = record(world, c, year);
        check_county(world, c, year);
        forget_cases(world.counties[c].state.screened, world.counties[c].state);
    });
    record_city(world, tallies, year);
    check_city(world, year);
}

void simulate_year(World& world, int year) {
    enrol(world, year);
    plan_exits(world, year);
    world.dynamics = protected_dynamics(world.scenario, year);
    std::vector<Tally> tallies(world.counties.size());
    // No county waits for another: each lives its year while its columns are at hand.
    for_each_county(world, [&](std::size_t c, Scratch& scratch) {
        if (world.lends_columns) lend(world.counties[c], scratch);
        live(world, c, year, scratch);
        assess(world, c, year);
        delist(world, c, year);
        tallies[c] = record(world, c, year);
        check_county(world, c, year);
        if (world.lends_columns) lend(world.counties[c], scratch);
    });
    record_city(world, tallies, year);
    check_city(world, year);
}

}  // namespace zhaimao
