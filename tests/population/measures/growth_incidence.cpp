#include "engine/population/measures/growth_incidence.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/population/measures/examples.h"

using namespace zhaimao::measures;
using examples::of;

TEST_CASE("equal growth of all is the same at every place", "[population][measures]") {
    std::vector<double> later = examples::ineq_x;
    for (double& y : later) y *= 1.21;
    const Distribution before = of(examples::ineq_x), after = of(later);
    const std::vector<double> places{0.05, 0.5, 0.95};
    for (double g : growth_at_quantiles(before, after, places, 2))
        CHECK(g == Approx(0.1).epsilon(1e-13));
    for (double g : growth_of_groups(before, after, 20, 2)) CHECK(g == Approx(0.1).epsilon(1e-13));
    CHECK(pro_poor_growth(before, after, 4000, 2) == Approx(0.1).epsilon(1e-13));
}

TEST_CASE("places are compared, not persons; two populations of different size",
          "[population][measures]") {
    const Distribution before = of({100, 200}), after = of({300, 110, 110, 300});
    const std::vector<double> places{0.5, 1.0};
    const std::vector<double> g = growth_at_quantiles(before, after, places, 1);
    CHECK(g[0] == Approx(0.1).epsilon(1e-14));
    CHECK(g[1] == Approx(0.5).epsilon(1e-14));
    CHECK(growth_of_groups(before, after, 2, 1)[1] == Approx(0.5).epsilon(1e-14));
}

TEST_CASE("pro-poor growth is the mean growth below the headcount of the start",
          "[population][measures]") {
    // Poor at 250: three quarters, of whom a third grow by 10 %, two thirds by 20 %.
    const Distribution before = of({100, 200, 200, 900}), after = of({110, 240, 240, 900});
    CHECK(pro_poor_growth(before, after, 250, 1) == Approx(0.5 / 3).epsilon(1e-13));
    CHECK(pro_poor_growth(before, after, 50, 1) == 0.0);
    CHECK(pro_poor_growth(before, after, 1000, 1) == Approx(0.5 / 4).epsilon(1e-13));
    // Steps that do not meet: poorest half before, poorest fifth and the rest after.
    const Distribution uneven = of({110, 150}, {1, 4});
    CHECK(pro_poor_growth(of({100, 200}), uneven, 150, 1) ==
          Approx((0.2 * 0.1 + 0.3 * 0.5) / 0.5).epsilon(1e-13));
}

TEST_CASE("places without income have no growth", "[population][measures]") {
    const Distribution before = of({0, 100}), after = of({50, 110});
    CHECK(growth_of_groups(before, after, 2, 1)[0] == 0.0);
    CHECK(pro_poor_growth(before, after, 200, 1) == Approx(0.1).epsilon(1e-13));
    CHECK(pro_poor_growth(of({}), after, 200, 1) == 0.0);
    CHECK(pro_poor_growth(before, of({}), 200, 1) == 0.0);
    CHECK(yearly_growth(100, -1, 1) == 0.0);
}
