#include "engine/ensemble/targets.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/contracts.h"
#include "tests/ensemble/values.h"

using namespace zhaimao;

namespace {

Ensemble empty_ensemble() {
    Ensemble ensemble(RecordLayout(3, 2015, 2018, 0, 0, 0));
    ensemble.records.resize(4);
    return ensemble;
}

County county(TargetKind kind, int deadline, Designation designation = Designation::none) {
    County c;
    c.id = "made_up";
    c.target = {kind, deadline};
    c.designation = designation;
    c.rural_people = 1000;
    return c;
}

IncidenceLimits under_three_per_cent() {
    IncidenceLimits limits;
    limits[2] = IncidenceRule{0.03, IncidenceRule::Side::under};
    return limits;
}

}  // namespace

TEST_CASE("a cohort's target: probability, years, delay, shortfall", "[ensemble][targets]") {
    Ensemble ensemble = empty_ensemble();
    set(ensemble, ensemble.layout.met_in(TargetKind::cohort, 1), {2016, 2017, 2018, 0});
    set(ensemble, ensemble.layout.area_year(Indicator::cohort_people, 1, 2016), {0, 40, 60, 80});
    set(ensemble, ensemble.layout.area_year(Indicator::poor_people, 1, 2016), {9, 90, 90, 90});
    const TargetOutcome o = target_outcome(ensemble, 1, county(TargetKind::cohort, 2016), {});
    CHECK(o.p_on_time == 0.25);
    CHECK(o.confidence.low == wilson(1, 4).low);
    CHECK(o.year_q05 == 2016);
    CHECK(o.year_q50 == 2017);  // half of the replicates have met it by then
    CHECK(o.year_q95 == 2019);  // never by the horizon 2018
    CHECK(o.delay.mean == (0 + 1 + 2 + 3) / 4.0);
    CHECK(o.shortfall.n == 3);
    CHECK(o.shortfall.mean == 60.0);
}

TEST_CASE("a stock's shortfall counts everybody on the register", "[ensemble][targets]") {
    Ensemble ensemble = empty_ensemble();
    set(ensemble, ensemble.layout.met_in(TargetKind::stock, 0), {0, 2018, 2017, 2017});
    set(ensemble, ensemble.layout.area_year(Indicator::poor_people, 0, 2017), {10, 20, 0, 0});
    const TargetOutcome o = target_outcome(ensemble, 0, county(TargetKind::stock, 2017), {});
    CHECK(o.p_on_time == 0.5);
    CHECK(o.shortfall.mean == 15.0);
}

TEST_CASE("delisting's shortfall counts the poor above the most that the limit admits",
          "[ensemble][targets]") {
    Ensemble ensemble = empty_ensemble();
    set(ensemble, ensemble.layout.met_in(TargetKind::delisting, 0), {2017, 0, 0, 2018});
    // 29 of 1,000 are under 3 %, 30 are not; another rule kept the fourth from being in time.
    set(ensemble, ensemble.layout.area_year(Indicator::poor_people, 0, 2017), {29, 30, 49, 10});
    const TargetOutcome o =
        target_outcome(ensemble, 0, county(TargetKind::delisting, 2017, Designation::national),
                       under_three_per_cent());
    CHECK(o.late == 3);
    CHECK(o.shortfall.n == 2);
    CHECK(o.shortfall.mean == (1.0 + 20.0) / 2.0);
    CHECK(o.shortfall.q05 >= 1.0);
}

TEST_CASE("who is late for another rule alone is short of no people", "[ensemble][targets]") {
    Ensemble ensemble = empty_ensemble();
    set(ensemble, ensemble.layout.met_in(TargetKind::delisting, 0), {0, 0, 0, 2018});
    set(ensemble, ensemble.layout.area_year(Indicator::poor_people, 0, 2017), {29, 10, 0, 10});
    const County area = county(TargetKind::delisting, 2017, Designation::national);
    const TargetOutcome o = target_outcome(ensemble, 0, area, under_three_per_cent());
    CHECK(o.late == 4);
    CHECK(o.shortfall.n == 0);
    CHECK(std::isnan(o.shortfall.mean));
    // Nor where the rules do not ask for incidence.
    CHECK(target_outcome(ensemble, 0, area, {}).shortfall.n == 0);
}

TEST_CASE("the most poor people that a limit admits", "[ensemble][targets]") {
    CHECK(most_poor({0.03, IncidenceRule::Side::under}, 1000) == 29);
    CHECK(most_poor({0.03, IncidenceRule::Side::at_most}, 1000) == 30);
    CHECK(most_poor({0.03, IncidenceRule::Side::under}, 1001) == 30);
    CHECK(most_poor({0.0, IncidenceRule::Side::under}, 1000) == -1);
    CHECK(most_poor({0.0, IncidenceRule::Side::at_most}, 1000) == 0);
}

TEST_CASE("a deadline outside the run is our own mistake", "[ensemble][targets]") {
    const Ensemble ensemble = empty_ensemble();
    CHECK_THROWS_AS(target_outcome(ensemble, 0, county(TargetKind::cohort, 2019), {}),
                    ContractViolation);
}

TEST_CASE("years met sum up to the share that met it at all", "[ensemble][targets]") {
    Ensemble ensemble = empty_ensemble();
    set(ensemble, ensemble.layout.met_in(TargetKind::delisting, 2), {2016, 2016, 2018, 0});
    const std::vector<MetYear> years = met_years(ensemble, 2, TargetKind::delisting);
    REQUIRE(years.size() == 4);
    const double in[] = {0.0, 0.5, 0.0, 0.25};
    const double by[] = {0.0, 0.5, 0.5, 0.75};
    for (std::size_t y = 0; y < 4; ++y) {
        CHECK(years[y].year == 2015 + static_cast<int>(y));
        CHECK(years[y].p_in == in[y]);
        CHECK(years[y].p_by == by[y]);
    }
    CHECK(years[3].confidence.high == wilson(3, 4).high);
}

TEST_CASE("all counties in time are counted within a replicate", "[ensemble][targets]") {
    Ensemble ensemble = empty_ensemble();
    const std::vector<County> counties{county(TargetKind::cohort, 2017),
                                       county(TargetKind::delisting, 2018),
                                       county(TargetKind::delisting, 2016)};
    set(ensemble, ensemble.layout.met_in(TargetKind::cohort, 0), {2016, 2018, 2017, 2017});
    set(ensemble, ensemble.layout.met_in(TargetKind::delisting, 1), {2018, 2016, 2018, 0});
    set(ensemble, ensemble.layout.met_in(TargetKind::delisting, 2), {2016, 2016, 2017, 2016});
    const std::vector<JointTarget> joint = joint_targets(ensemble, counties);
    REQUIRE(joint.size() == 3);
    CHECK(joint[0].area_set == "all");
    CHECK(joint[0].p_all == 0.25);
    CHECK(joint[1].area_set == "delisting");
    CHECK(joint[1].counties == 2);
    CHECK(joint[1].p_all == 0.5);
    CHECK(joint[2].area_set == "all_exit");
    CHECK(joint[2].p_all == 0.75);
}
