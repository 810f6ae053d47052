#include "engine/interventions/effects/top_up.h"

#include <catch2/catch.hpp>

#include "tests/interventions/effects/served_cases.h"

using namespace zhaimao;

TEST_CASE("a top-up sets the floor of its year, the highest of several counts",
          "[interventions][top_up]") {
    ServedCases cases({MadeHousehold{}, MadeHousehold{}});
    const std::vector<Served> first{{0, 0, -1}};
    const TopUp dibao{{0.5, 0.75, 0.875, 1.0}, 2015};
    dibao.apply(first, cases.context);  // 2017, line 3000
    CHECK(cases.year.floor == std::vector<float>{2625.0F, 0.0F});
    TopUp{{0.5, 0.5, 0.5, 0.5}, 2015}.apply(cases.at_age(0), cases.context);
    CHECK(cases.year.floor == std::vector<float>{2625.0F, 1500.0F});
    CHECK(cases.context.flows.paid == 0);  // the gap is known only after averaging
    CHECK(cases.year.top_up == std::vector<float>{0.0F, 0.0F});
}
