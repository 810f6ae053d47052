#include "engine/population/measures/distribution.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "tests/population/measures/examples.h"

using namespace zhaimao::measures;
using examples::of;

namespace {
constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();
}  // namespace

TEST_CASE("a distribution is sorted, ties in the order given", "[population][measures]") {
    const Distribution d = of({30, 10, 20, 10}, {1, 2, 3, 4});
    CHECK(std::vector<double>(d.incomes().begin(), d.incomes().end()) ==
          std::vector<double>{10, 10, 20, 30});
    CHECK(std::vector<double>(d.people().begin(), d.people().end()) ==
          std::vector<double>{2, 4, 3, 1});
    CHECK(d.total_people() == 10.0);
    CHECK(d.total_income() == 150.0);
    CHECK(d.mean() == 15.0);
}

TEST_CASE("who has no weight counts for nobody, who has no income is left out and counted",
          "[population][measures]") {
    const Distribution d = of({10, 20, 30, 40, none, infinite}, {1, 0, -2, infinite, 3, 4});
    CHECK(d.size() == 1);
    CHECK(d.total_people() == 1.0);
    CHECK(d.left_out() == 7.0);
}

TEST_CASE("parts of a distribution: under a line strictly, above zero strictly",
          "[population][measures]") {
    const Distribution d = of({-5, 0, 10, 20, none}, {1, 2, 3, 4, 5});
    CHECK(d.rows_under(10) == 2);
    CHECK(d.under(10).total_people() == 3.0);
    CHECK(d.positive().total_people() == 7.0);
    CHECK(d.positive().left_out() == 8.0);  // -5, 0 and the one without income
    CHECK(of({}).positive().empty());
}

TEST_CASE("a quantile is the smallest income that a share of the people does not exceed",
          "[population][measures]") {
    const Distribution d = of({10, 20, 30}, {1, 2, 1});
    CHECK(quantile(d, 0.0) == 10.0);
    CHECK(quantile(d, 0.25) == 10.0);
    CHECK(quantile(d, 0.26) == 20.0);
    CHECK(quantile(d, 0.75) == 20.0);
    CHECK(quantile(d, 1.0) == 30.0);
    CHECK(quantile(of({}), 0.5) == 0.0);
}
