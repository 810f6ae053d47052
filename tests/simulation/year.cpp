#include "engine/simulation/year.h"

#include <catch2/catch.hpp>

#include "tests/laws/world_of.h"

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

Intervention entitlement(const std::string& eligible, Effect effect) {
    Intervention iv;
    iv.id = "entitlement";
    std::string problem;
    iv.eligible = Predicate::parse(eligible, {}, problem);
    REQUIRE(problem == "");
    iv.from = 2016;
    iv.until = 2020;
    iv.completed_by = {1.0};
    iv.effects = {{"e", std::move(effect)}};
    return iv;
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
    Intervention iv = entitlement("registered", Raise{Raise::Income::all, 1.5, 0.0});
    iv.from = 2015;
    iv.order = {RankKey::income};
    iv.capacity = Capacity{Per::household, {100, 0, 0, 0, 0, 0}};
    s.interventions = {iv};
    const Replicate with(s);
    s.interventions.clear();
    const Replicate without(s);
    CHECK(with.service(0, Service::served, 2015) == 100);
    CHECK(with.service(0, Service::served, 2016) == 0);
    for (int year = 2015; year <= 2020; ++year)
        CHECK(with.at(Indicator::mean_income, year) == without.at(Indicator::mean_income, year));
}
