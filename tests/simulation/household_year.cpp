#include "engine/simulation/household_year.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/laws/world_of.h"

using namespace zhaimao;

TEST_CASE("the households of a county add up to what is recorded of it", "[simulation]") {
    const Scenario s = law_scenario(GENERATE("busy.yaml", "full.yaml"));
    World world = world_of(s);
    for (const int year : {2016, 2017, 2018}) {
        simulate_year(world, year);
        for (std::size_t c = 0; c < world.counties.size(); ++c) {
            double income = 0.0, wages = 0.0, poor = 0.0, people = 0.0;
            for (std::uint32_t row = 0; row < world.population->counties[c].households(); ++row) {
                const HouseholdYear h = household_year(world, c, row, year);
                const double heads = trait::People::get(h.traits);
                people += heads;
                income += heads * static_cast<double>(h.income + h.top_up);
                wages += heads * static_cast<double>(h.base[1] + h.gain[1]);
                poor += on_register(h.status) ? heads : 0.0;
            }
            const auto mean = [&](Indicator i) {
                return world.record[world.layout.area_year(i, c, year)];
            };
            INFO("county " << c << ", " << year);
            constexpr double float_error = 32 * 0x1p-24;  // sums of 32 floats a lane
            CHECK(income / people == Approx(mean(Indicator::mean_income)).epsilon(float_error));
            CHECK(wages / people == Approx(mean(Indicator::mean_wages)).epsilon(float_error));
            CHECK(poor == mean(Indicator::poor_people));
        }
    }
}

TEST_CASE("a household's year is its sources, its gains and its expenses", "[simulation]") {
    const Scenario s = law_scenario("busy.yaml");
    World world = world_of(s);
    for (const int year : {2016, 2017}) simulate_year(world, year);
    std::size_t cases = 0, served = 0;
    for (std::uint32_t row = 0; row < world.population->counties[0].households(); ++row) {
        const HouseholdYear h = household_year(world, 0, row, 2017);
        float earned = 0.0F;
        for (std::size_t k = 0; k < source_count; ++k) earned += h.base[k] + h.gain[k];
        constexpr float rounding = 16 * 0x1p-24F;  // half units, of the largest number
        CHECK(std::abs(h.income - earned - h.support) <= rounding * h.income);
        if (!h.is_case) continue;
        ++cases;
        served += h.gains.empty() ? 0U : 1U;
        CHECK(std::abs(h.assessable - (h.observed - h.illness - h.schooling)) <=
              rounding * (h.observed + h.illness + h.schooling));
    }
    CHECK(cases == world.counties[0].state.cases.size());
    CHECK(served > 0);
}

TEST_CASE("before a year was lived a household has its income of the start", "[simulation]") {
    const Scenario s = law_scenario("busy.yaml");
    const World world = world_of(s);
    const CountyPopulation& people = world.population->counties[0];
    for (std::uint32_t row = 0; row < people.households(); ++row) {
        const HouseholdYear h = household_year(world, 0, row, 2015);
        CHECK_FALSE(h.is_case);
        CHECK(h.income == people.income[0][row] + people.income[1][row] +
                              (people.income[2][row] + people.income[3][row]));
    }
}
