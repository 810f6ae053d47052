#include "engine/core/math/math.h"

#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "engine/core/random/draws.h"

using namespace zhaimao;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

double ulp_error(double value, long double exact) {
    int exponent = 0;
    std::frexp(exact, &exponent);
    return static_cast<double>(std::fabs(static_cast<long double>(value) - exact) /
                               std::ldexp(1.0L, exponent - 53));
}

// Uniform numbers in (-1, 1), the same in every run.
double spread(std::uint32_t i, std::uint32_t stream) {
    const Words w = philox4x32({i, stream, 0, 0}, 0, 0);
    return 2.0 * unit_uniform(w.w0, w.w1) - 1.0;
}

template <class Function, class Exact, class Argument>
double worst_ulp(Function function, Exact exact, Argument argument) {
    double worst = 0.0;
    for (std::uint32_t i = 0; i < 100000; ++i) {
        const double x = argument(i);
        worst = std::max(worst, ulp_error(function(x), exact(static_cast<long double>(x))));
    }
    return worst;
}

long double exact_cdf(long double z) {
    return 0.5L * std::erfc(-z / std::sqrt(2.0L));
}

}  // namespace

TEST_CASE("exp within 0.9 ulp", "[core][math]") {
    const auto exact = [](long double x) { return std::exp(x); };
    CHECK(worst_ulp(math::exp, exact, [](auto i) { return 1.5 * spread(i, 1); }) < 0.9);
    CHECK(worst_ulp(math::exp, exact, [](auto i) { return 708.0 * spread(i, 2); }) < 0.9);
}

TEST_CASE("log and log1p within 0.9 ulp", "[core][math]") {
    const auto exact = [](long double x) { return std::log(x); };
    CHECK(worst_ulp(math::log, exact, [](auto i) { return std::exp(0.7 * spread(i, 3)); }) < 0.9);
    CHECK(worst_ulp(math::log, exact, [](auto i) { return std::exp(700.0 * spread(i, 4)); }) < 0.9);
    const auto exact_1p = [](long double x) { return std::log1p(x); };
    CHECK(worst_ulp(math::log1p, exact_1p, [](auto i) { return 0.999 * spread(i, 5); }) < 0.9);
    CHECK(worst_ulp(math::log1p, exact_1p, [](auto i) { return std::exp(40.0 * spread(i, 6)); }) <
          0.9);
}

TEST_CASE("pow within its bound, which grows with the logarithm of the result", "[core][math]") {
    for (std::uint32_t i = 0; i < 50000; ++i) {
        const double x = std::exp(2.0 * spread(i, 7)), y = 30.0 * spread(i, 8);
        const long double exact =
            std::pow(static_cast<long double>(x), static_cast<long double>(y));
        if (ulp_error(math::pow(x, y), exact) > 1.0 + std::fabs(y * std::log(x)) / 20.0)
            FAIL(x << " to the " << y);
    }
    CHECK(math::pow(2.0, 10.0) == 1024.0);
    CHECK(math::pow(10.0, -3.0) == Approx(0.001).epsilon(3e-16));
}

TEST_CASE("special values of exp, log and pow", "[core][math]") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(math::exp(0.0) == 1.0);
    CHECK(math::exp(710.0) == infinity);
    CHECK(math::exp(-746.0) == 0.0);
    CHECK(math::exp(-745.0) == std::numeric_limits<double>::denorm_min());
    CHECK(math::log(1.0) == 0.0);
    CHECK(math::log(0.0) == -infinity);
    CHECK(math::log(infinity) == infinity);
    CHECK(std::isnan(math::log(-1.0)));
    CHECK(math::log(std::numeric_limits<double>::denorm_min()) ==
          Approx(-744.4400719213812).epsilon(3e-16));
    CHECK(math::log1p(-1.0) == -infinity);
    CHECK(math::log1p(1e-300) == 1e-300);
    CHECK(math::pow(0.0, 2.0) == 0.0);
    CHECK(math::pow(5.0, 0.0) == 1.0);
    CHECK(math::pow(1e200, 2.0) == infinity);
    CHECK(std::isnan(math::pow(-2.0, 2.0)));
    CHECK(std::isnan(math::exp(nan)));
    CHECK(std::isnan(math::normal_cdf(nan)));
}

TEST_CASE("normal density and distribution within their bounds", "[core][math]") {
    for (std::uint32_t i = 0; i < 50000; ++i) {
        const double z = (i % 2 == 0 ? 5.0 : 36.0) * spread(i, 9);
        const long double exact = exact_cdf(z);
        const double error = static_cast<double>(std::fabs(math::normal_cdf(z) - exact));
        if (error > 6e-16 || error > 3e-14 * static_cast<double>(exact)) FAIL("cdf at " << z);
        const long double wide = z;
        const long double density =
            std::exp(-0.5L * wide * wide) / std::sqrt(2.0L * std::acos(-1.0L));
        if (std::fabs(math::normal_pdf(z) - density) > 1e-15L * density) FAIL("pdf at " << z);
    }
    CHECK(math::normal_cdf(0.0) == 0.5);
    CHECK(math::normal_cdf(50.0) == 1.0);
    CHECK(math::normal_cdf(-50.0) == 0.0);
}

TEST_CASE("normal quantile within 1e-15 of z", "[core][math]") {
    const auto worst_of = [](auto argument) {
        double worst = 0.0;
        for (std::uint32_t i = 0; i < 20000; ++i) {
            const double p = argument(i);
            const long double tail = p < 0.5 ? static_cast<long double>(p) : 1.0L - p;
            const long double z =
                std::sqrt(2.0L) * boost::math::erfc_inv(2.0L * tail) * (p < 0.5 ? -1 : 1);
            worst =
                std::max(worst, static_cast<double>(std::fabs((math::normal_quantile(p) - z) / z)));
        }
        return worst;
    };
    CHECK(worst_of([](auto i) { return 0.5 + 0.49999 * spread(i, 10); }) < 1e-15);
    CHECK(worst_of([](auto i) { return std::exp(350.0 * spread(i, 11) - 352.0); }) < 1e-15);
}

TEST_CASE("normal quantile at its ends", "[core][math]") {
    CHECK(math::normal_quantile(0.5) == 0.0);
    CHECK(math::normal_quantile(0.0) == -infinity);
    CHECK(math::normal_quantile(1.0) == infinity);
    CHECK(std::isnan(math::normal_quantile(1.5)));
    CHECK(math::normal_quantile(0.975) == Approx(1.959963984540054).epsilon(1e-15));
}
