#include <catch2/catch.hpp>

#include "tests/laws/world_of.h"
#include "tests/simulation/entitlement.h"

using namespace zhaimao;

namespace {

double met_in(const Replicate& r, TargetKind kind) {
    return r.record[r.layout.met_in(kind, 0)];
}

}  // namespace

// In 2016 a top-up clears those who have been on the register for a year: the 300 of the start. The
// others under the line are found in 2016 and follow in 2017, when the first come back: they were
// topped up no longer.
TEST_CASE("a cohort is out when those of the start are, a stock when nobody is left",
          "[simulation][delist]") {
    Scenario s = law_scenario("quiet.yaml", {"register.rule=official"});
    s.interventions = {entitlement("registered and years_registered >= 1",
                                   TopUp{std::vector<double>(6, 1.0), 2015})};
    const Replicate r(s);
    CHECK(r.at(Indicator::poor_people, 2015) == 300);
    CHECK(r.at(Indicator::exited_people, 2016) == 300);
    CHECK(r.at(Indicator::newly_poor_people, 2016) > 1000);
    CHECK(r.at(Indicator::poor_people, 2016) == r.at(Indicator::newly_poor_people, 2016));
    CHECK(r.at(Indicator::cohort_people, 2015) == 300);
    CHECK(r.at(Indicator::cohort_people, 2016) == 0);
    CHECK(met_in(r, TargetKind::cohort) == 2016);
    CHECK(r.at(Indicator::poor_people, 2017) == 0);
    CHECK(met_in(r, TargetKind::stock) == 2017);
    CHECK(met_in(r, TargetKind::delisting) == 2017);
    CHECK(r.at(Indicator::relapsed_people, 2018) == 300);
    CHECK(r.at(Indicator::delisted, 2018) == 1);  // for good
    CHECK(r.at(Indicator::cohort_people, 2018) == 0);
}

TEST_CASE("a stock may have its tolerance", "[simulation][delist]") {
    Scenario s = law_scenario("quiet.yaml", {"register.rule=official", "population.means=solved",
                                             "lookback.reentry_share=0.9"});
    for (std::int64_t tolerance : {299, 300, 301}) {
        s.stock_tolerance = tolerance;
        CHECK(met_in(Replicate(s), TargetKind::stock) == (tolerance >= 300 ? 2016 : 0));
    }
}

TEST_CASE("a county without designation is never delisted, and no rule fails there",
          "[simulation][delist]") {
    Scenario s = law_scenario("quiet.yaml", {"register.rule=official", "population.means=solved"});
    s.counties[0].designation = Designation::none;
    const Replicate r(s);
    CHECK(met_in(r, TargetKind::delisting) == 0);
    CHECK(r.record[r.layout.rule_failure(0, 0, 2018)] == 0);
}
