// Law 2: without interventions, shocks, events and luck every source of everyone grows by its rate
// and nothing else.
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/laws/world_of.h"

using namespace zhaimao;

namespace {

Scenario growing() {
    return law_scenario("quiet.yaml", {"growth.rates.operating=7 %",
                                       "growth.rates.wages={2015..2017: 10 %, 2018+: -2 %}",
                                       "growth.rates.property=0 %", "growth.rates.transfers=3 %",
                                       "population.source_shares.lowest={operating: 50 %, wages: "
                                       "25 %, property: 2 %, transfers: 23 %}",
                                       "population.source_shares.highest={operating: 35 %, wages: "
                                       "52 %, property: 3 %, transfers: 10 %}"});
}

double factor(std::size_t source, int year) {
    const double rates[4][5] = {{0.07, 0.07, 0.07, 0.07, 0.07},
                                {0.10, 0.10, -0.02, -0.02, -0.02},
                                {0.0, 0.0, 0.0, 0.0, 0.0},
                                {0.03, 0.03, 0.03, 0.03, 0.03}};
    double f = 1.0;
    for (int t = 0; t < year - 2015; ++t) f *= 1.0 + rates[source][t];
    return f;
}

}  // namespace

TEST_CASE("every source of everyone grows by its rate", "[laws][law2]") {
    const Scenario s = growing();
    World world = world_of(s);
    const CountyPopulation& p = world.population->counties[0];
    for (int year = 2016; year <= 2020; ++year) {
        simulate_year(world, year);
        const CountyWorld& w = world.counties[0];
        const double float_error =
            (2.0 * (year - 2015) + 8) * 0x1p-24;  // two roundings a year, some at the end
        for (std::size_t source = 0; source < source_count; ++source)
            CHECK(static_cast<double>(w.growth[source]) ==
                  Approx(factor(source, year)).epsilon(float_error));
        const std::vector<float> income = true_incomes(world, 0);
        for (std::size_t row = 0; row < p.households(); ++row) {
            double expected = 0.0;
            for (std::size_t source = 0; source < source_count; ++source)
                expected += static_cast<double>(p.income[source][row]) * factor(source, year);
            REQUIRE(static_cast<double>(income[row]) == Approx(expected).epsilon(float_error));
            REQUIRE(w.state.multiplier[row] == 1.0F);
            REQUIRE(w.state.deviation[row] == 0.0F);
        }
    }
}

TEST_CASE("the means of the record grow with them", "[laws][law2]") {
    const Scenario s = growing();
    const Replicate r(s);
    constexpr std::array means{Indicator::mean_operating, Indicator::mean_wages,
                               Indicator::mean_property};
    constexpr double float_error = (2 * 5 + 32 + 8) * 0x1p-24;
    for (int year = 2016; year <= 2020; ++year)
        for (std::size_t source = 0; source < means.size(); ++source)
            CHECK(r.at(means[source], year) ==
                  Approx(r.at(means[source], 2015) * factor(source, year)).epsilon(float_error));
}

TEST_CASE("where nothing moves, nobody enters or exits", "[laws][law2]") {
    const Scenario s = law_scenario("quiet.yaml");
    const Replicate r(s);
    for (int year = 2016; year <= 2020; ++year) {
        CHECK(r.at(Indicator::poor_people, year) == r.at(Indicator::poor_people, 2015));
        CHECK(r.at(Indicator::exited_people, year) == 0.0);
        CHECK(r.at(Indicator::newly_poor_people, year) == 0.0);
        CHECK(r.at(Indicator::fgt0, year) == Approx(r.at(Indicator::fgt0, 2015)).epsilon(1e-15));
        CHECK(r.at(Indicator::gini, year) == r.at(Indicator::gini, 2016));
        CHECK(r.at(Indicator::median_income, year) == r.at(Indicator::median_income, 2016));
    }
    // Incomes of the start are rounded differently: one in 10^4 falls into the next class, 1 %
    // away.
    CHECK_THAT(r.at(Indicator::gini, 2015), Catch::WithinAbs(r.at(Indicator::gini, 2016), 1e-6));
    CHECK(r.at(Indicator::poor_people, 2015) == 10000 * r.at(Indicator::fgt0, 2015));
}
