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

TEST_CASE("what is revoked before the deadline has to be met again, afterwards it was met in time",
          "[simulation][delist]") {
    Scenario s = law_scenario("quiet.yaml", {"register.rule=official"});
    s.interventions = {entitlement("registered and years_registered >= 1",
                                   TopUp{std::vector<double>(6, 1.0), 2015})};
    s.delisting.by_designation[static_cast<std::size_t>(Designation::national)]
        .back()
        ->revoked_by_relapse = true;
    for (const int deadline : {2017, 2018, 2020}) {
        s.counties[0].target.deadline = deadline;
        const Replicate r(s);
        CHECK(r.at(Indicator::delisted, 2017) == 1);
        CHECK(r.at(Indicator::delisted, 2018) == 0);  // 3 % came back
        CHECK(met_in(r, TargetKind::delisting) == (deadline == 2017 ? 2017 : 2020));
    }
}

// Without a capacity there is no number of units to take a share of.
TEST_CASE("support without a capacity tapers by the share of those who ask",
          "[simulation][delist]") {
    Scenario s = law_scenario("busy.yaml");
    DelistingRules rules;
    rules.rules = {IncidenceRule{{0.9}}};
    for (auto& by_region : s.delisting.by_designation) by_region.back() = rules;
    Intervention helpers = entitlement("registered", Transfer{Amount{100.0, Per::household}});
    helpers.take_up = std::vector<double>(7, 0.9);
    helpers.repeat = Repeat::yearly;
    helpers.after_delisting = Afterwards::tapers;
    helpers.taper_years = 4;
    s.interventions = {helpers};
    const Replicate r(s);
    REQUIRE(r.at(Indicator::delisted, 2016) == 1);
    const double eligible = r.service(0, Service::eligible_households, 2017);
    CHECK(r.service(0, Service::served, 2017) == Approx(0.75 * eligible).margin(1.0));
    CHECK(r.service(0, Service::task, 2017) == r.service(0, Service::served, 2017));
}
