#include "engine/simulation/record_distribution.h"

#include <catch2/catch.hpp>

#include "engine/population/measures/entropy.h"
#include "engine/population/measures/lorenz.h"
#include "engine/population/measures/multidimensional.h"
#include "tests/laws/world_of.h"

using namespace zhaimao;
using Catch::WithinAbs;

namespace {

measures::Distribution everybody(const World& world, std::size_t county) {
    const CountyPopulation& p = world.population->counties[county];
    std::vector<double> incomes, people;
    for (float y : true_incomes(world, county)) incomes.push_back(static_cast<double>(y));
    for (std::uint32_t traits : p.traits) people.push_back(trait::People::get(traits));
    return measures::Distribution(incomes, people);
}

World lived(const Scenario& scenario) {
    World world = world_of(scenario);
    simulate_year(world, scenario.start + 1);
    return world;
}

double recorded(const World& world, Indicator indicator, int year) {
    return world.record[world.layout.area_year(indicator, 0, year)];
}

}  // namespace

TEST_CASE("recorded inequality and poverty are those of everybody's income",
          "[simulation][measures]") {
    const Scenario scenario = law_scenario("quiet.yaml");
    const World world = lived(scenario);
    const int year = scenario.start + 1;
    const auto at = [&](Indicator indicator) { return recorded(world, indicator, year); };
    const measures::Distribution d = everybody(world, 0);
    const measures::Poverty poverty = measures::poverty(d, scenario.line_in(year));
    REQUIRE(poverty.headcount > 0.05);
    // Sums of float incomes, by another order.
    CHECK(at(Indicator::mean_gap) == Approx(poverty.mean_gap).epsilon(1e-6));
    CHECK(at(Indicator::total_gap) == Approx(poverty.total_gap).epsilon(1e-6));
    // class_measures.h: under the square of half a class.
    constexpr double h = 1.0 / 128, square = h * h;
    CHECK_THAT(at(Indicator::watts), WithinAbs(watts(d, scenario.line_in(year)).value, square));
    CHECK_THAT(at(Indicator::theil_t), WithinAbs(theil_t(d).value, square));
    CHECK_THAT(at(Indicator::theil_l), WithinAbs(theil_l(d).value, square));
    CHECK_THAT(at(Indicator::atkinson), WithinAbs(atkinson(d, 0.5).value, square));
    CHECK_THAT(at(Indicator::hoover), WithinAbs(hoover(d), square));
    const std::vector<double> tenths = group_shares(d, 10), means = group_means(d, 20);
    CHECK(at(Indicator::decile_1_share) == Approx(tenths[0]).epsilon(h));
    CHECK(at(Indicator::decile_10_share) == Approx(tenths[9]).epsilon(h));
    CHECK(at(Indicator::bottom_40_share) ==
          Approx(tenths[0] + tenths[1] + tenths[2] + tenths[3]).epsilon(h));
    for (std::size_t v = 0; v < ventile_count; ++v)
        CHECK(world.record[world.layout.ventile(v, 0, year)] == Approx(means[v]).epsilon(h));
}

TEST_CASE("a single county's city has the county's distribution, from the start on",
          "[simulation][measures]") {
    const Replicate r(law_scenario("quiet.yaml"));
    REQUIRE(r.layout.counties() == 1);
    for (int year = r.layout.first_year(); year <= r.layout.last_year(); ++year) {
        CHECK(r.at(Indicator::theil_l, year) > 0.0);
        for (Indicator indicator :
             {Indicator::watts, Indicator::theil_t, Indicator::mean_gap, Indicator::bottom_40_share,
              Indicator::multidimensional_poverty})
            CHECK(r.at(indicator, year, 0) == r.at(indicator, year, 1));
    }
}

TEST_CASE("multidimensional poverty counts the cases that lack two of six",
          "[simulation][measures]") {
    const Scenario scenario = law_scenario("busy.yaml");
    const World world = lived(scenario);
    const int year = scenario.start + 1;
    const CountyWorld& county = world.counties[0];
    const auto line = static_cast<float>(scenario.line_in(year));
    std::vector<std::uint32_t> lacks;
    std::vector<double> people;
    for (std::size_t c = 0; c < county.state.cases.size(); ++c) {
        const std::uint32_t unmet =
            state::Unmet::get(county.state.state[county.state.cases.row[c]]);
        const bool poor = county.cases.income[c] + county.cases.top_up[c] < line;
        lacks.push_back(unmet << 1U | (poor ? 1U : 0U));
        people.push_back(static_cast<double>(county.cases.people[c]));
    }
    const std::vector<double> alike(6, 1.0);
    const auto m = measures::alkire_foster(lacks, people, alike, 1.0 / 3);
    REQUIRE(m.headcount > 0.0);
    REQUIRE(m.headcount < 1.0);
    CHECK(recorded(world, Indicator::multidimensional_headcount, year) ==
          Approx(m.headcount).epsilon(1e-14));
    CHECK(recorded(world, Indicator::multidimensional_intensity, year) ==
          Approx(m.intensity).epsilon(1e-14));
    CHECK(recorded(world, Indicator::multidimensional_poverty, year) ==
          Approx(m.adjusted).epsilon(1e-14));
}

TEST_CASE("without income classes nothing is read off them; the gaps are still exact",
          "[simulation][measures]") {
    Scenario scenario = law_scenario("quiet.yaml");
    scenario.recording.income_classes = false;
    const Replicate r(scenario);
    const int year = scenario.start + 1;
    CHECK(r.at(Indicator::theil_t, year) == 0.0);
    CHECK(r.at(Indicator::decile_10_share, year) == 0.0);
    CHECK(r.at(Indicator::mean_gap, year) > 0.0);
}
