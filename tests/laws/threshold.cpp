// Law 9: a county exactly at the threshold is not delisted under `under`, and is under `at_most`.
#include <catch2/catch.hpp>

#include "tests/laws/world_of.h"

using namespace zhaimao;

namespace {

using Side = IncidenceRule::Side;

// Nothing moves, so the register stays where it is: 300 of 10000 people unless said otherwise.
double delisted_in(IncidenceRule rule, int poor = 300) {
    Scenario s = law_scenario(
        "quiet.yaml",
        {"register.rule=official", "population.means=solved", "lookback.reentry_share=0.9",
         "counties.here.registered_poor=" + std::to_string(poor) + " people"});
    s.delisting.by_designation[static_cast<std::size_t>(Designation::national)][region_count]
        ->rules = {rule};
    const Replicate r(s);
    CHECK(r.at(Indicator::poor_people, 2020) == poor);
    const double year = r.record[r.layout.met_in(TargetKind::delisting, 0)];
    for (int t = 2016; t <= 2020; ++t) {
        CHECK(r.at(Indicator::delisted, t) == (year != 0.0 ? 1.0 : 0.0));
        CHECK(r.record[r.layout.rule_failure(0, 0, t)] == (year != 0.0 ? 0.0 : 1.0));
    }
    return year;
}

}  // namespace

TEST_CASE("exactly at the threshold a county is delisted by at_most alone", "[laws][law9]") {
    CHECK(delisted_in({0.03, Side::under}) == 0);
    CHECK(delisted_in({0.03, Side::at_most}) == 2016);
    CHECK(delisted_in({0.03, Side::under}, 299) == 2016);
    CHECK(delisted_in({0.03, Side::at_most}, 301) == 0);
    CHECK(delisted_in({0.07, Side::under}, 700) == 0);
    CHECK(delisted_in({0.07, Side::at_most}, 700) == 2016);
}
