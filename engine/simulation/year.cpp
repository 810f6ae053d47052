#include "engine/simulation/year.h"

#include <utility>

#include "engine/simulation/check_year.h"
#include "engine/simulation/protection.h"

namespace zhaimao {

void begin(World& world) {
    const int year = world.scenario.start;
    enrol_before(world);
    std::vector<Tally> tallies(world.counties.size());
    for_each_county(world, [&](std::size_t c, Scratch&) {
        tallies[c] = record(world, c, year);
        check_county(world, c, year);
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
        YearColumns& own = world.counties[c];
        if (world.lends_columns) std::swap(own, scratch.columns);
        live(world, c, year, scratch);
        assess(world, c, year);
        delist(world, c, year);
        tallies[c] = record(world, c, year);
        check_county(world, c, year);
        if (world.lends_columns) std::swap(own, scratch.columns);
    });
    record_city(world, tallies, year);
    check_city(world, year);
}

}  // namespace zhaimao
