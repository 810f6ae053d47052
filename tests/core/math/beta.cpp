#include "engine/core/math/beta.h"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <catch2/catch.hpp>
#include <cmath>

using namespace zhaimao;

namespace {

constexpr double shapes[] = {0.05, 0.3, 1.0, 1.5, 2.0, 5.0, 17.5, 120.0, 3000.0, 10000.0};

long double exact_cdf(double x, double a, double b) {
    return boost::math::ibeta(static_cast<long double>(a), static_cast<long double>(b),
                              static_cast<long double>(x));
}

// The error that beta.h states.
double allowed(double a, double b) {
    return 4e-16 * (20.0 + (a + b) * std::log(a + b + 1.0));
}

}  // namespace

TEST_CASE("log gamma against Boost.Math in long double", "[core][math][beta]") {
    for (double x = 1e-3; x < 3e4; x *= 1.013) {
        const long double exact = boost::math::lgamma(static_cast<long double>(x));
        const double error = 4e-16 * (30.0 + std::abs(x * std::log(x)));  // as beta.h states
        CAPTURE(x);
        CHECK(std::abs(static_cast<double>(math::log_gamma(x) - exact)) < error);
    }
    CHECK(math::log_gamma(5.0) == Approx(std::log(24.0)).epsilon(1e-14));
}

TEST_CASE("the beta distribution against Boost.Math in long double", "[core][math][beta]") {
    for (const double a : shapes)
        for (const double b : shapes)
            for (const double x : {1e-8, 0.001, 0.1, 0.3, 0.5, 0.62, 0.9, 0.999}) {
                CAPTURE(a, b, x);
                CHECK(std::abs(static_cast<double>(math::beta_cdf(x, a, b) - exact_cdf(x, a, b))) <
                      allowed(a, b));
            }
}

// The exact distribution reaches p within a step of a few ulp of 1 around the quantile.
TEST_CASE("quantiles of the beta distribution undo it", "[core][math][beta]") {
    constexpr double step = 4e-16;
    for (const double a : shapes)
        for (const double b : shapes)
            for (const double p : {1e-9, 0.02, 0.25, 0.5, 0.8, 0.97, 0.999999}) {
                const double x = math::beta_quantile(p, a, b);
                CAPTURE(a, b, p, x);
                CHECK(exact_cdf(std::max(x - step, 0.0), a, b) < p + allowed(a, b));
                CHECK(exact_cdf(std::min(x + step, 1.0), a, b) > p - allowed(a, b));
            }
}

TEST_CASE("closed forms and ends of the beta distribution", "[core][math][beta]") {
    for (const double x : {0.0, 0.2, 0.7, 1.0}) {
        CHECK(math::beta_cdf(x, 1.0, 1.0) == Approx(x).margin(1e-15));
        CHECK(math::beta_cdf(x, 2.0, 1.0) == Approx(x * x).margin(1e-15));
        CHECK(math::beta_cdf(x, 1.0, 3.0) == Approx(1.0 - std::pow(1.0 - x, 3)).margin(1e-15));
        CHECK(math::beta_quantile(x, 1.0, 1.0) == Approx(x).margin(1e-15));
        CHECK(math::beta_quantile(x, 0.5, 1.0) == Approx(x * x).margin(1e-15));
    }
    CHECK(math::beta_cdf(-1.0, 2.0, 2.0) == 0.0);
    CHECK(math::beta_cdf(2.0, 2.0, 2.0) == 1.0);
    CHECK(math::beta_quantile(0.0, 2.0, 2.0) == 0.0);
    CHECK(math::beta_quantile(1.0, 2.0, 2.0) == 1.0);
}
