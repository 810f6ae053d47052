#include "engine/ensemble/outcomes.h"

#include <catch2/catch.hpp>

#include "tests/report/made_up.h"

using namespace zhaimao;

TEST_CASE("outcomes of a made-up run, by replicate", "[ensemble][outcomes]") {
    Ensemble ensemble = made_up::ensemble();
    const auto money = [&](Indicator spent, int year, double yuan) {
        set(ensemble, ensemble.layout.area_year(spent, 3, year), 2, yuan);
    };
    money(Indicator::support_money, 2016, 100.0);
    money(Indicator::support_money, 2019, 20.0);
    money(Indicator::top_up_money, 2017, 3.0);
    const auto counties = made_up::context().counties;
    const std::vector<Outcome> all = outcomes_of(ensemble, counties);
    REQUIRE(all.size() == 6);
    CHECK(all[0].id == "poor_at_deadline");
    CHECK(all[0].area == 3);
    CHECK(all[0].values == std::vector<double>{670, 730, 790, 850});  // 760 in 2018, 3 x the shift
    CHECK(all[0].values == main_outcome(ensemble, counties).values);
    CHECK(all[1].id == "counties_on_time");
    // Xiangning always; Daning in the first replicate; Houma in all but the last.
    CHECK(all[1].values == std::vector<double>{3, 2, 2, 1});
    CHECK(all[2].id == "money");
    CHECK(all[2].values == std::vector<double>{0, 0, 123, 0});
    CHECK(all[5].id == "poor_at_deadline");
    CHECK(all[5].area == 2);
    CHECK(all[5].values == std::vector<double>{10, 30, 50, 70});  // Houma, 2017
}
