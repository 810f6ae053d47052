#include <catch2/catch.hpp>
#include <cmath>

#include "tests/laws/world_of.h"
#include "tests/simulation/entitlement.h"

using namespace zhaimao;

namespace {

Transfer yearly(double yuan, int duration) {
    Transfer t;
    t.amount = {yuan, Per::person};
    t.duration = duration;
    return t;
}

// Who of a county is in an event.
std::vector<bool> in_event(const World& world) {
    std::vector<bool> events;
    for (std::uint32_t s : world.counties[0].state.state)
        events.push_back(state::Event::get(s) != 0);
    return events;
}

double money(const Replicate& r, int year) {
    return r.service(0, Service::money, year);
}

}  // namespace

TEST_CASE("events strike by probability and poverty and last their years, within 4 errors",
          "[simulation][live]") {
    Scenario s = law_scenario("quiet.yaml", {"counties.here.rural_people=40000 people"});
    Event illness;
    illness.probability = 0.05;
    illness.times_if_poor = 2.0;
    illness.lasts = 2;
    s.dynamics.events = {illness};
    World world = world_of(s);
    std::vector<bool> by_year[3];
    for (int t = 0; t < 3; ++t) {
        simulate_year(world, 2016 + t);
        by_year[t] = in_event(world);
    }
    double of[2] = {}, hit[2] = {}, again = 0.0, over = 0.0;
    for (std::size_t row = 0; row < by_year[0].size(); ++row) {
        const std::size_t poor = trait::Poor::get(world.population->counties[0].traits[row]);
        of[poor] += 1;
        if (!by_year[0][row]) continue;
        hit[poor] += 1;
        CHECK(by_year[1][row]);  // its second year
        again += by_year[2][row] ? 1.0 : 0.0;
        over += 1.0;
    }
    for (std::size_t poor = 0; poor < 2; ++poor) {
        const double rate = poor != 0 ? 0.10 : 0.05;
        CHECK(std::abs(hit[poor] / of[poor] - rate) < 4 * std::sqrt(rate * (1 - rate) / of[poor]));
    }
    CHECK(again / over < 0.10 + 4 * std::sqrt(0.09 / over));  // a new one at most
}

TEST_CASE("an event without an end lasts for good, and takes its share of income",
          "[simulation][live]") {
    Scenario s = law_scenario("quiet.yaml");
    Event loss;
    loss.probability = 1.0;
    loss.loses = {0.25, 0.5, 0.0, 0.0};
    loss.lasts = Event::for_good;
    s.dynamics.events = {loss};
    const Replicate r(s);
    constexpr double float_error = 40 * 0x1p-24;
    for (int year = 2016; year <= 2020; ++year) {
        CHECK(r.at(Indicator::mean_operating, year) ==
              Approx(0.75 * r.at(Indicator::mean_operating, 2015)).epsilon(float_error));
        CHECK(r.at(Indicator::mean_wages, year) ==
              Approx(0.5 * r.at(Indicator::mean_wages, 2015)).epsilon(float_error));
    }
}

TEST_CASE("an entitlement's age counts from its first year", "[simulation][live]") {
    Scenario s = law_scenario("quiet.yaml");
    s.interventions = {entitlement("registered", yearly(8.0, 2))};
    s.interventions[0].from = 2017;
    s.interventions[0].until = 2019;
    s.assessment.margin = 2.0;  // nobody exits
    const Replicate r(s);
    const double poor = r.at(Indicator::poor_people, 2015);
    CHECK(money(r, 2016) == 0.0);
    CHECK(money(r, 2017) == 8.0 * poor);
    CHECK(money(r, 2018) == 8.0 * poor);
    CHECK(money(r, 2019) == 0.0);
    CHECK(r.service(0, Service::served_households, 2019) == poor);
    CHECK(r.service(0, Service::served_households, 2020) == 0.0);
    CHECK(r.at(Indicator::support_money, 2017) == 8.0 * poor);
}

TEST_CASE("costs: once for the newly served, yearly for all who are served", "[simulation][live]") {
    Scenario s = law_scenario("quiet.yaml");
    s.population.composition.size_shares = {0.0, 1.0};
    s.interventions = {programme("registered", Raise{}, 100)};
    s.interventions[0].cost_once = Amount{1000.5, Per::household};
    s.interventions[0].cost_yearly = Amount{30.25, Per::person};
    const Replicate r(s);
    CHECK(money(r, 2015) == 100 * 1000.5);  // delivered before the start: no year of service is run
    for (int year = 2016; year <= 2020; ++year)
        CHECK(money(r, year) == 100 * 1000.5 + 100 * (year - 2014) * 2 * 30.25);
}

TEST_CASE("a yearly cost ends with its duration", "[simulation][live]") {
    Scenario s = law_scenario("quiet.yaml");
    s.interventions = {programme("registered", Raise{}, 100)};
    s.interventions[0].cost_yearly = Amount{1000.0, Per::household};
    s.interventions[0].cost_duration = 2;
    const Replicate r(s);
    for (int year = 2016; year <= 2020; ++year)  // of those served this year and last
        CHECK(money(r, year) == 200 * 1000.0);
}

TEST_CASE("a share of the eligible is served where capacity is a share", "[simulation][enrol]") {
    Scenario s = law_scenario("quiet.yaml");
    Intervention iv = programme("registered", Raise{}, 0);
    iv.capacity.reset();
    iv.capacity_share = 0.25;
    iv.from = 2016;
    iv.repeat = Repeat::yearly;
    s.interventions = {iv};
    const Replicate r(s);
    const double poor = r.at(Indicator::poor_people, 2015);
    for (int year = 2016; year <= 2020; ++year) {
        CHECK(r.service(0, Service::served_households, year) == std::floor(0.25 * poor));
        CHECK(r.service(0, Service::task, year) == std::floor(0.25 * poor));
        CHECK(r.service(0, Service::eligible_households, year) == poor);
    }
}

TEST_CASE("counties of a city share its shocks, not their own", "[simulation][live]") {
    const auto growth = [](double city_sd, double county_sd) {
        Scenario s = law_scenario("busy.yaml");
        s.dynamics.growth.nation_sd = 0.0;
        s.dynamics.growth.city_sd = city_sd;
        s.dynamics.growth.county_sd = county_sd;
        World world = world_of(s);
        simulate_year(world, 2016);
        return std::pair{world.counties[0].growth[0], world.counties[1].growth[0]};
    };
    const auto [a, b] = growth(0.1, 0.0);
    CHECK(a == b);
    CHECK(a != 1.06F);
    const auto [c, d] = growth(0.0, 0.1);
    CHECK(c != d);
}
