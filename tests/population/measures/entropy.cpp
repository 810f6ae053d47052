#include "engine/population/measures/entropy.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/population/measures/examples.h"

using namespace zhaimao::measures;
using Catch::WithinAbs;
using examples::of;
using examples::printed;

TEST_CASE("published entropy and Atkinson indices", "[population][measures]") {
    const Distribution x = of(examples::ineq_x), handbook = of(examples::handbook_6);
    CHECK_THAT(theil_t(x).value, WithinAbs(0.3623412, printed));
    CHECK_THAT(theil_l(x).value, WithinAbs(0.4335946, printed));
    CHECK_THAT(atkinson(x, 0.5).value, WithinAbs(0.1796591, printed));
    CHECK_THAT(theil_t(handbook).value, WithinAbs(0.1830644, printed));
    CHECK_THAT(theil_l(handbook).value, WithinAbs(0.1792203, printed));
    CHECK_THAT(generalised_entropy(handbook, 2).value, WithinAbs(0.2162534, printed));
    CHECK_THAT(atkinson(of({10, 20, 30, 40, 50}), 0.5).value, WithinAbs(0.0631534, printed));
    CHECK_THAT(atkinson(of({10, 20, 30, 40, 50}), 1).value, WithinAbs(0.1316096, printed));
}

TEST_CASE("indices go over into each other", "[population][measures]") {
    const Distribution d = of(examples::ineq_x, {1, 3, 2, 7, 1, 1, 4, 2, 5, 1});
    CHECK(generalised_entropy(d, 0).value == theil_l(d).value);
    CHECK(generalised_entropy(d, 1).value == theil_t(d).value);
    // Linear in a near 0 and 1: within 1e-4 of a, and rounding of 2^-53 / 1e-4.
    CHECK(generalised_entropy(d, 1e-4).value == Approx(theil_l(d).value).epsilon(1e-3));
    CHECK(generalised_entropy(d, 1 - 1e-4).value == Approx(theil_t(d).value).epsilon(1e-3));
    // GE(1 - e) and A(e) rest on the same mean.
    for (double e : {0.25, 0.5, 2.0, 3.0}) {
        const double a = 1 - e;
        const double mean = 1 + a * (a - 1) * generalised_entropy(d, a).value;
        CHECK(atkinson(d, e).value == Approx(1 - std::pow(mean, 1 / a)).epsilon(1e-12));
    }
    CHECK(atkinson(d, 1 + 1e-6).value == Approx(atkinson(d, 1).value).epsilon(1e-5));
    CHECK(atkinson(d, 0).value == Approx(0.0).margin(1e-14));
}

TEST_CASE("a log-normal: T = L = s^2 / 2, A(e) = 1 - exp(-e s^2 / 2)", "[population][measures]") {
    constexpr double s = 0.6;
    const Distribution d = of(examples::log_normal(100000, 8.0, s));
    constexpr double grid = 1e-4;  // the cut tails of 100,000 quantiles
    CHECK_THAT(theil_t(d).value, WithinAbs(s * s / 2, grid));
    CHECK_THAT(theil_l(d).value, WithinAbs(s * s / 2, grid));
    for (double e : {0.5, 1.0, 2.0})
        CHECK_THAT(atkinson(d, e).value, WithinAbs(1 - std::exp(-e * s * s / 2), grid));
}

TEST_CASE("incomes at or under zero are left out and counted; never NaN",
          "[population][measures]") {
    const Distribution with = of({-5, 0, 10, 30}, {1, 2, 3, 4}), without = of({10, 30}, {3, 4});
    CHECK(theil_t(with).value == theil_t(without).value);
    CHECK(theil_l(with).value == theil_l(without).value);
    CHECK(atkinson(with, 0.5).value == atkinson(without, 0.5).value);
    CHECK(generalised_entropy(with, 2).value == generalised_entropy(without, 2).value);
    CHECK(theil_l(with).people_left_out == 3.0);
    for (const Distribution& nobody : {of({}), of({0, -1})})
        for (double a : {-1.0, 0.0, 0.5, 1.0, 2.0}) {
            CHECK(generalised_entropy(nobody, a).value == 0.0);
            CHECK(atkinson(nobody, a + 1).value == 0.0);
        }
    // However averse: at most all income, also where the powers overflow.
    CHECK(atkinson(of({1e-3, 1e6}), 200).value == Approx(1.0).epsilon(1e-8));
}
