#include "engine/dynamics/county_state.h"

#include <catch2/catch.hpp>

#include "tests/dynamics/started.h"
#include "tests/population/made_county.h"

using namespace zhaimao;

namespace {

MadeHousehold seen(bool registered, float observed, float before) {
    MadeHousehold h;
    h.registered = registered;
    h.observed = observed;
    h.observed_before = before;
    return h;
}

}  // namespace

TEST_CASE("the registered are the first cases, in order of row", "[dynamics][county_state]") {
    const CountyPopulation p =
        made_county({seen(false, 900, 900), seen(true, 800, 600), seen(true, 700, 500)});
    CountyState s;
    start_county(s, p, 2015, 1000.0F, true);
    REQUIRE(s.cases.row == std::vector<std::uint32_t>{1, 2});
    CHECK(s.cases.entered == std::vector<std::int16_t>{2015, 2015});
    CHECK(s.cases.cohort == std::vector<std::uint8_t>{1, 1});
    CHECK(s.cases.observed == std::vector<float>{800, 700});
    CHECK(s.cases.observed_mean == std::vector<float>{700, 600});
    CHECK(s.cases.assessable == std::vector<float>{800, 700});
    CHECK(s.cases.passes == std::vector<std::uint8_t>{0, 0});
    CHECK(s.screened.row == std::vector<std::uint32_t>{0});
    CHECK(state::IsCase::get(s.state[0]) == 0);
    CHECK(state::IsCase::get(s.state[1]) == 1);
}

TEST_CASE("the screen looks at one year or at the mean of two, strictly",
          "[dynamics][county_state]") {
    const CountyPopulation p = made_county({seen(false, 900, 1200), seen(false, 900, 1100),
                                            seen(false, 1000, 0), seen(false, 1100, 800)});
    CountyState s;
    start_county(s, p, 2015, 1000.0F, true);
    CHECK(s.screened.row == std::vector<std::uint32_t>{2, 3});  // means 1050, 1000, 500, 950
    start_county(s, p, 2015, 1000.0F, false);
    CHECK(s.screened.row == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("new cases keep the others' places", "[dynamics][county_state]") {
    const CountyPopulation p =
        made_county({seen(false, 900, 1200), seen(true, 800, 600), seen(false, 1900, 1200)});
    CountyState s;
    start_county(s, p, 2015, 1000.0F, true);
    s.observed[0] = 910.0F;
    CHECK(add_cases(s, p, std::vector<std::uint32_t>{2, 0}) == 1);
    CHECK(s.cases.row == std::vector<std::uint32_t>{1, 2, 0});
    CHECK(s.cases.observed == std::vector<float>{800, 1900, 910});
    CHECK(s.cases.observed_mean == std::vector<float>{700, 1900, 910});
    CHECK(s.cases.assessable == s.cases.observed);
    CHECK(add_cases(s, p, {}) == 3);
    CHECK(s.cases.entered[1] == Cases::no_year);
    CHECK(s.cases.cohort[1] == 0);
    CHECK(s.cases.enrolled[1] == 0);
    CHECK(state::IsCase::get(s.state[0]) == 1);
    CHECK(status_of(s.state[0]) == Status::never);
}

TEST_CASE("the last world takes what others copy", "[dynamics][county_state]") {
    CountyPopulation p = made_county({seen(false, 900, 1200), seen(true, 800, 600),
                                      seen(false, 700, 650), seen(false, 1900, 1200)});
    const StartRule rule{2015, 1000.0F, true};
    CountyState copied, taken;
    start_county(copied, p, start_of(p, rule));
    take_start(taken, p, rule);
    CHECK(taken.cases.row == copied.cases.row);
    CHECK(taken.cases.observed_mean == copied.cases.observed_mean);
    CHECK(taken.cases.true_assessable == copied.cases.true_assessable);
    CHECK(taken.screened == copied.screened);
    CHECK(taken.state == copied.state);
    CHECK(taken.deviation == copied.deviation);
    CHECK(taken.measurement == copied.measurement);
    CHECK(taken.observed == copied.observed);
    CHECK(p.observed.empty());
}
