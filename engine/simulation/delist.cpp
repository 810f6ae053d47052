#include "engine/simulation/year.h"

namespace zhaimao {
namespace {

struct Remaining {
    std::int64_t poor = 0;    // people on the register
    std::int64_t cohort = 0;  // of them, registered at the start and never out since
};

Remaining remaining(const CountyWorld& county, const CountyPopulation& population) {
    Remaining left;
    const Cases& cases = county.state.cases;
    for (std::size_t c = 0; c < cases.size(); ++c) {
        if (!on_register(status_of(county.state.state[cases.row[c]]))) continue;
        const std::int64_t people = trait::People::get(population.traits[cases.row[c]]);
        left.poor += people;
        left.cohort += cases.cohort[c] != 0 ? people : 0;
    }
    return left;
}

void meet(CountyWorld& county, TargetKind kind, bool met, int year) {
    int& first = county.met_in[static_cast<std::size_t>(kind)];
    if (met && first == 0) first = year;
}

}  // namespace

void delist(World& world, int year) {
    const Scenario& s = world.scenario;
    for (std::size_t c = 0; c < world.counties.size(); ++c) {
        CountyWorld& county = world.counties[c];
        const Remaining left = remaining(county, world.population->counties[c]);
        meet(county, TargetKind::cohort, left.cohort == 0, year);
        meet(county, TargetKind::stock, left.poor <= s.stock_tolerance, year);
        county.rule_failed.assign(world.layout.rules(), 0);
        const auto& rules =
            s.delisting.by_designation[static_cast<std::size_t>(s.counties[c].designation)];
        if (!rules) continue;
        const bool was_delisted = county.delisting.delisted_in != 0;
        delist(county.delisting, *rules, {left.poor, s.counties[c].rural_people}, year,
               county.rule_failed);
        if (was_delisted) county.rule_failed.assign(world.layout.rules(), 0);
        meet(county, TargetKind::delisting, county.delisting.delisted_in != 0, year);
    }
}

}  // namespace zhaimao
