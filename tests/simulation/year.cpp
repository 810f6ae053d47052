#include "engine/simulation/year.h"

#include <catch2/catch.hpp>

#include "tests/laws/world_of.h"
#include "tests/simulation/entitlement.h"

using namespace zhaimao;

namespace {

// Everybody on the register passes the test in 2016: the line falls, and nobody is found again.
Scenario all_able() {
    Scenario s = law_scenario(
        "quiet.yaml", {"lines.ex_ante.2016+=100 yuan/person/year", "register.rule=official",
                       "counties.here.registered_poor=1000 people", "lookback.detection.never=0"});
    s.population.composition.size_shares = {0.4, 0.0, 0.6};
    return s;
}

// A second county like the first, with a deadline of its own.
void add_neighbour(Scenario& s, int deadline) {
    s.counties.push_back(s.counties[0]);
    s.counties[1].code = 102;
    s.counties[1].target.deadline = deadline;
    s.population.counties.push_back(s.population.counties[0]);
    s.growth_gap.push_back(0.0);
}

}  // namespace

TEST_CASE("without a plan whoever is able exits", "[simulation][assess]") {
    const Replicate r(all_able());
    CHECK(r.at(Indicator::poor_people, 2015) == 1000);
    CHECK(r.at(Indicator::able_people, 2016) == 1000);
    CHECK(r.at(Indicator::exited_people, 2016) == 1000);
    CHECK(r.at(Indicator::plan_shortfall_people, 2016) == 0);
    CHECK(r.record[r.layout.met_in(TargetKind::cohort, 0)] == 2016);
    CHECK(r.record[r.layout.met_in(TargetKind::stock, 0)] == 2016);
}

TEST_CASE("a plan paces exits, and what it could not find is a shortfall", "[simulation][assess]") {
    Scenario s = all_able();
    s.exit_plan = std::vector<double>{300, 0, 500, 450, 450};  // 2016 on
    const Replicate r(s);
    double left = 1000;
    for (int year = 2016; year <= 2020; ++year) {
        const double plan = (*s.exit_plan)[static_cast<std::size_t>(year - 2016)];
        const double exits = r.at(Indicator::exited_people, year);
        CHECK(r.at(Indicator::able_people, year) == left);
        CHECK(exits <= plan);
        CHECK(exits > std::min(plan, left) - 3);  // unless a household of three no longer fits
        // Nobody left to exit, no part of the plan: the city's is divided by who is on the
        // register.
        CHECK(r.at(Indicator::plan_shortfall_people, year) ==
              (left > 0 ? std::max(0.0, plan - left) : 0.0));
        left -= exits;
        CHECK(r.at(Indicator::poor_people, year) == left);
    }
    CHECK(left == 0);
}

TEST_CASE("an entitlement serves whoever is eligible that year, counted once",
          "[simulation][entitlement]") {
    Scenario s = law_scenario("quiet.yaml");
    Raise raise;
    raise.income = Raise::Income::permanent;
    raise.factor = 1.0;  // an effect of no effect, which is looked at before the luck, too
    s.interventions = {entitlement("registered and people > 0", raise)};
    const Replicate r(s);
    const double poor = r.at(Indicator::poor_people, 2015);
    for (int year = 2016; year <= 2020; ++year) {
        REQUIRE(r.at(Indicator::exited_people, year) == 0.0);
        CHECK(r.service(0, Service::served_households, year) == poor);
        CHECK(r.service(0, Service::served_people, year) == poor);
        CHECK(r.service(0, Service::eligible_households, year) == poor);
        CHECK(r.service(0, Service::task, year) == 0);
    }
    CHECK(r.service(0, Service::served_households, 2015) == 0);
}

TEST_CASE("a top-up to the line clears the register, and costs the poverty gap",
          "[simulation][top_up]") {
    Scenario s = law_scenario("quiet.yaml");
    s.interventions = {entitlement("registered", TopUp{std::vector<double>(6, 1.0), 2015})};
    const Replicate r(s);
    const double poor = r.at(Indicator::poor_people, 2015);
    CHECK(r.at(Indicator::exited_people, 2016) == poor);
    CHECK(r.at(Indicator::poor_people, 2016) == 0);
    const double gap = 3000.0 * 10000.0 * r.at(Indicator::fgt1, 2015);
    const double half_a_fen_each = 0.005 * poor;
    CHECK_THAT(r.at(Indicator::top_up_money, 2016),
               Catch::WithinAbs(gap, half_a_fen_each + gap * 16 * 0x1p-24));
    CHECK(r.at(Indicator::fgt0, 2016) == 0.0);
    CHECK(r.at(Indicator::top_up_money, 2018) > 0.0);  // without it they come back
}

TEST_CASE("what 2015 delivered is enrolled at the start, and changes no income of 2016",
          "[simulation][begin]") {
    Scenario s = law_scenario("quiet.yaml");
    Intervention iv = programme("registered", Raise{Raise::Income::all, 1.5, 0.0}, 0);
    iv.capacity->by_year[0] = 100;
    s.interventions = {iv};
    const Replicate with(s);
    s.interventions.clear();
    const Replicate without(s);
    CHECK(with.service(0, Service::served, 2015) == 100);
    CHECK(with.service(0, Service::served, 2016) == 0);
    for (int year = 2015; year <= 2020; ++year)
        CHECK(with.at(Indicator::mean_income, year) == without.at(Indicator::mean_income, year));
}

TEST_CASE("the plan is divided by who is left over the years left", "[simulation][assess]") {
    Scenario s = all_able();
    add_neighbour(s, 2016);
    s.exit_plan = std::vector<double>(5, 600);
    const Replicate r(s);
    REQUIRE(r.at(Indicator::poor_people, 2015, 0) == 1000);
    REQUIRE(r.at(Indicator::poor_people, 2015, 1) == 1000);
    // 1000 people over five years against 1000 in the only one: 100 and 500, up to a household of
    // three.
    CHECK(std::abs(r.at(Indicator::exited_people, 2016, 0) - 99) <= 1);
    CHECK(std::abs(r.at(Indicator::exited_people, 2016, 1) - 499) <= 1);
    CHECK(r.at(Indicator::plan_shortfall_people, 2016, 2) == 0);
}

TEST_CASE("the look-back judges last year's income by last year's line", "[simulation][enrol]") {
    Scenario s = law_scenario("quiet.yaml", {"lines.ex_ante.2016+=4000 yuan/person/year"});
    const Replicate r(s);
    CHECK(r.at(Indicator::newly_poor_people, 2016) == 0);
    CHECK(r.at(Indicator::newly_poor_people, 2017) == r.at(Indicator::screened_people, 2016));
    CHECK(r.at(Indicator::poor_people, 2017) ==
          Approx(10000 * r.at(Indicator::fgt0, 2017)).epsilon(1e-12));
    CHECK(r.at(Indicator::newly_poor_people, 2017) > 1000);
    CHECK(r.at(Indicator::newly_poor_people, 2018) == 0);
    // Poverty is measured by this year's line.
    CHECK(10000 * r.at(Indicator::fgt0, 2016) ==
          Approx(r.at(Indicator::poor_people, 2016) + r.at(Indicator::screened_people, 2016))
              .epsilon(1e-12));
}

TEST_CASE("the exited come back by last year's line, too", "[simulation][enrol]") {
    Scenario s = all_able();
    for (int year = 2017; year <= 2020; ++year)
        s.line[static_cast<std::size_t>(year - 2015)] = 3000.0;
    const Replicate r(s);
    CHECK(r.at(Indicator::exited_people, 2016) == 1000);
    CHECK(r.at(Indicator::relapsed_people, 2017) == 0);
    CHECK(r.at(Indicator::relapsed_people, 2018) == 1000);
}

TEST_CASE("a city's capacity is divided by the column of its rule", "[simulation][enrol]") {
    Scenario s = law_scenario("quiet.yaml", {"register.rule=official", "population.means=solved"});
    s.population.composition.size_shares = {0.5, 0.5};
    add_neighbour(s, 2018);
    s.counties[1].designation = Designation::none;
    s.counties[1].rural_people = 30000;
    s.counties[1].registered_poor = 600;
    Intervention iv = programme(
        "(designation == national and people == 2) or "
        "(designation == none and people == 1 and registered)",
        Raise{}, 100);
    iv.capacity->counted_in = Per::person;
    const auto task = [&](AllocationRule rule, std::size_t county) {
        iv.allocation.rule = rule;
        s.interventions = {iv};
        return Replicate(s).service(0, Service::task, 2016, county);
    };
    CHECK(task(AllocationRule::by_people, 0) == 25);
    CHECK(task(AllocationRule::by_people, 1) == 75);
    CHECK(task(AllocationRule::by_registered, 0) == 33);  // 300 to 600
    CHECK(task(AllocationRule::by_registered, 1) == 67);
    CHECK(task(AllocationRule::nearest_deadline, 0) == 0);  // 2018 comes before 2020
    CHECK(task(AllocationRule::nearest_deadline, 1) == 100);
    iv.allocation.rule = AllocationRule::by_eligible;
    s.interventions = {iv};
    const Replicate r(s);
    const double first = 2 * r.service(0, Service::eligible_households, 2016, 0);
    const double second = r.service(0, Service::eligible_households, 2016, 1);
    CHECK(std::abs(r.service(0, Service::task, 2016, 0) - 100 * first / (first + second)) < 1);
    CHECK(r.service(0, Service::task, 2016, 2) == 100);
}

TEST_CASE("officials see top-ups in full, and carry one year or the mean of two",
          "[simulation][assess]") {
    for (int years : {1, 2}) {
        Scenario s = law_scenario("quiet.yaml", {"luck.transitory_sd=0.2", "measurement.sd=0.1"});
        s.look_back.years = years;
        s.interventions = {entitlement("registered", TopUp{std::vector<double>(6, 0.9), 2015})};
        World world = world_of(s);
        simulate_year(world, 2016);
        const std::vector<float> before = world.counties[0].state.cases.observed;
        simulate_year(world, 2017);
        const CountyWorld& w = world.counties[0];
        std::size_t topped_up = 0;
        for (std::size_t c = 0; c < before.size(); ++c) {
            const float now = w.cases.observed[c] + w.cases.top_up[c];
            REQUIRE(w.state.cases.observed[c] == now);
            REQUIRE(w.state.cases.observed_mean[c] ==
                    (years == 2 ? 0.5F * (before[c] + now) : now));
            topped_up += w.cases.top_up[c] > 0.0F ? 1 : 0;
        }
        CHECK(topped_up > 500);
    }
}

TEST_CASE("a view of cases knows the year, the designation and which events are which",
          "[simulation][world]") {
    Scenario s = law_scenario("quiet.yaml");
    for (Cause cause : {Cause::disability, Cause::illness, Cause::disaster, Cause::illness}) {
        s.dynamics.events.emplace_back();
        s.dynamics.events.back().cause = cause;
    }
    const World world = world_of(s);
    const HouseholdView view = view_cases(world, 0, 2017);
    CHECK(view.year == 2017);
    CHECK(view.designation == Designation::national);
    CHECK(view.disability_events == 0b0001);
    CHECK(view.illness_events == 0b1010);
    CHECK(view.size() == world.counties[0].state.cases.size());
}

TEST_CASE("what stands beside a case is what its row has", "[simulation][world]") {
    const Scenario s = law_scenario("full.yaml");
    World world = world_of(s);
    for (int year = s.start + 1; year <= s.horizon; ++year) {
        simulate_year(world, year);
        std::size_t seen = 0;
        for (std::size_t k = 0; k < world.counties.size(); ++k) {
            const CountyState& state = world.counties[k].state;
            const CountyPopulation& people = world.population->counties[k];
            for (std::size_t c = 0; c < state.cases.size(); ++c, ++seen) {
                const std::uint32_t row = state.cases.row[c];
                REQUIRE(state.cases.state[c] == state.state[row]);
                REQUIRE(state.cases.deviation[c] == state.deviation[row]);
                REQUIRE(state.cases.traits[c] == people.traits[row]);
                REQUIRE(state.cases.village[c] == people.village[row]);
                for (std::size_t source = 0; source < source_count; ++source)
                    REQUIRE(state.cases.income[source][c] == people.income[source][row]);
            }
        }
        CHECK(seen > 100);
    }
}
