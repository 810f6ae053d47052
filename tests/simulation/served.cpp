#include "engine/simulation/served.h"

#include <catch2/catch.hpp>

#include "tests/laws/world_of.h"

using namespace zhaimao;

TEST_CASE("those whose benefit began so many years ago are some of the served",
          "[simulation][served]") {
    const Scenario s = law_scenario("busy.yaml");
    World world = world_of(s);
    std::vector<Served> all, since;
    std::size_t found = 0;
    for (int year = s.start + 1; year <= s.start + 3; ++year) {
        simulate_year(world, year);
        for (std::size_t i = 0; i < s.interventions.size(); ++i)
            for (int age = 0; age < 3; ++age) {
                find_served(world, 0, i, year, all);
                std::erase_if(all, [age](const Served& one) { return one.age != age; });
                find_served_since(world, 0, i, year, age, since);
                REQUIRE(since.size() == all.size());
                for (std::size_t k = 0; k < all.size(); ++k)
                    REQUIRE(since[k].case_index == all[k].case_index);
                found += since.size();
            }
    }
    CHECK(found > 100);
}
