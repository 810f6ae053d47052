#include "engine/population/measures/subgroups.h"

#include <catch2/catch.hpp>

#include "engine/population/measures/entropy.h"
#include "engine/population/measures/poverty.h"
#include "tests/population/measures/examples.h"

using namespace zhaimao::measures;
using examples::of;

namespace {
const std::vector<Distribution> groups{of({500, 2000}, {1, 3}), of({1500, 900, 4000}, {2, 2, 2})};
const Distribution whole = of({500, 2000, 1500, 900, 4000}, {1, 3, 2, 2, 2});
}  // namespace

TEST_CASE("groups' poverty adds up to that of the whole", "[population][measures]") {
    const std::vector<GroupPoverty> by_group = poverty_by_group(groups, 1000, 1);
    CHECK(by_group[0].people_share == 0.4);
    CHECK(by_group[0].poverty == Approx(0.125).epsilon(1e-15));        // 0.5 of one in four
    CHECK(by_group[1].poverty == Approx(0.1 * 2 / 6).epsilon(1e-14));  // 0.1 of two in six
    CHECK(by_group[0].contribution == Approx(0.5 / 0.7).epsilon(1e-14));
    double sum = 0.0, contributions = 0.0;
    for (const GroupPoverty& g : by_group) {
        sum += g.people_share * g.poverty;
        contributions += g.contribution;
    }
    CHECK(sum == Approx(fgt(whole, 1000, 1)).epsilon(1e-14));
    CHECK(contributions == Approx(1.0).epsilon(1e-14));
}

TEST_CASE("inequality within and between groups adds up to that of the whole",
          "[population][measures]") {
    CHECK(theil_t_by_group(groups).total() == Approx(theil_t(whole).value).epsilon(1e-13));
    CHECK(theil_l_by_group(groups).total() == Approx(theil_l(whole).value).epsilon(1e-13));
    const std::vector<Distribution> alike{of({1000, 3000}), of({1000, 3000, 1000, 3000})};
    CHECK(theil_t_by_group(alike).between == Approx(0.0).margin(1e-15));
    const std::vector<Distribution> equal_within{of({1000, 1000}), of({3000})};
    CHECK(theil_l_by_group(equal_within).within == Approx(0.0).margin(1e-15));
    CHECK(theil_l_by_group(equal_within).between ==
          Approx(theil_l(of({1000, 1000, 3000})).value).epsilon(1e-14));
}

TEST_CASE("empty groups and incomes at zero do no harm", "[population][measures]") {
    const std::vector<Distribution> some{of({}), of({0, 100}, {3, 1}), of({300})};
    CHECK(poverty_by_group(some, 50, 0)[0].contribution == 0.0);
    CHECK(poverty_by_group(some, 50, 0)[1].contribution == 1.0);
    CHECK(poverty_by_group(some, 0.5, 2)[2].contribution == 0.0);
    CHECK(theil_l_by_group(some).people_left_out == 3.0);
    CHECK(theil_l_by_group(some).total() == Approx(theil_l(of({100, 300})).value).epsilon(1e-14));
    const std::vector<Distribution> nobody{of({})};
    CHECK(theil_t_by_group(nobody).total() == 0.0);
    CHECK(poverty_by_group(nobody, 50, 1)[0].people_share == 0.0);
}
