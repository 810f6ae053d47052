#include "engine/population/measures/poverty.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/math/math.h"
#include "tests/population/measures/examples.h"

using namespace zhaimao::measures;
using Catch::WithinAbs;
using examples::of;
using examples::printed;

TEST_CASE("published poverty measures", "[population][measures]") {
    const Distribution x = of(examples::ineq_x);
    const Poverty at_2000 = poverty(x, 2000);
    CHECK(at_2000.headcount == Approx(0.2).epsilon(1e-15));
    CHECK_THAT(at_2000.gap, WithinAbs(0.0998, printed));
    CHECK_THAT(at_2000.severity, WithinAbs(0.0604263, printed));
    CHECK_THAT(watts(x, 2000).value, WithinAbs(0.1620141, printed));
    const Distribution y = of(examples::ineq_y);
    CHECK(poverty(y, 2000).headcount == Approx(0.1).epsilon(1e-15));
    CHECK_THAT(watts(y, 2000).value, WithinAbs(0.08663108, 0.6e-8));
    const Distribution handbook = of(examples::handbook_4);
    CHECK(poverty(handbook, 125).headcount == 0.5);
    CHECK(poverty(handbook, 125).gap == Approx(0.08).epsilon(1e-15));
    CHECK(poverty(handbook, 125).severity == Approx(0.0136).epsilon(1e-15));
    CHECK_THAT(watts(handbook, 125).value, WithinAbs(0.0877442, printed));
    CHECK_THAT(average_exit_years(handbook, 125, 0.05).value, WithinAbs(1.7548846, printed));
}

TEST_CASE("gaps in yuan by hand, at two lines, weighted by people", "[population][measures]") {
    const Distribution d = of({1000, 2000, 3000}, {2, 1, 7});
    const std::vector<double> lines{2000, 3001};
    const std::vector<Poverty> p = poverty(d, lines);
    CHECK(p[0].line == 2000.0);
    CHECK(p[0].headcount == 0.2);  // whoever stands on the line is not poor
    CHECK(p[0].total_gap == 2000.0);
    CHECK(p[0].mean_gap == 1000.0);
    CHECK(p[1].headcount == 1.0);
    CHECK(p[1].total_gap == 2 * 2001.0 + 1001.0 + 7.0);
    CHECK(p[1].mean_gap == Approx(501.0).epsilon(1e-15));
}

TEST_CASE("any alpha agrees with the three", "[population][measures]") {
    const Distribution d = of({-100, 0, 500, 900, 5000}, {1, 2, 3, 4, 5});
    const Poverty p = poverty(d, 1000);
    CHECK(fgt(d, 1000, 0) == Approx(p.headcount).epsilon(1e-14));
    CHECK(fgt(d, 1000, 1) == Approx(p.gap).epsilon(1e-14));
    CHECK(fgt(d, 1000, 2) == Approx(p.severity).epsilon(1e-14));
    // (1.1^3 + 2 + 3 / 8 + 4 / 1000) / 15
    CHECK(fgt(d, 1000, 3) == Approx((1.331 + 2 + 0.375 + 0.004) / 15).epsilon(1e-14));
}

TEST_CASE("a log-normal has its closed headcount, gap and Watts", "[population][measures]") {
    constexpr double mu = 8.0, s = 0.6, line = 2855.0;
    constexpr std::size_t n = 100000;
    const Distribution d = of(examples::log_normal(n, mu, s));
    namespace math = zhaimao::math;
    const double at = (math::log(line) - mu) / s;
    const Poverty p = poverty(d, line);
    const double step = 1.0 / n;  // a quantile grid is right within one step of probability
    CHECK_THAT(p.headcount, WithinAbs(math::normal_cdf(at), step));
    const double below = math::exp(mu + s * s / 2) / line * math::normal_cdf(at - s);
    CHECK_THAT(p.gap, WithinAbs(math::normal_cdf(at) - below, step));
    // E (ln z - ln y)+ = s (at Phi(at) + phi(at))
    CHECK_THAT(watts(d, line).value,
               WithinAbs(s * (at * math::normal_cdf(at) + math::normal_pdf(at)), 4 * step));
}

TEST_CASE("incomes at or under zero: a gap of a line or more, no Watts, never NaN",
          "[population][measures]") {
    const Distribution d = of({-1000, 0, 500, 2000}, {1, 1, 1, 1});
    CHECK(poverty(d, 1000).gap == (2.0 + 1.0 + 0.5) / 4);
    CHECK(watts(d, 1000).people_left_out == 2.0);
    CHECK(watts(d, 1000).value == Approx(std::log(2.0) / 2).epsilon(1e-15));
    CHECK(poverty(of({}), 1000).mean_gap == 0.0);
    CHECK(fgt(of({}), 1000, 2) == 0.0);
    CHECK(watts(of({0.0}), 1000).value == 0.0);
    CHECK(watts(of({0.0}), 1000).people_left_out == 1.0);
}

TEST_CASE("without growth nobody leaves, and without poor people nobody has to",
          "[population][measures]") {
    CHECK(std::isinf(average_exit_years(of({500}), 1000, 0.0).value));
    CHECK(average_exit_years(of({2000}), 1000, 0.0).value == 0.0);
    // One person at half the line, growing by ln 2 a year: one year.
    CHECK(average_exit_years(of({500}), 1000, std::log(2.0)).value == Approx(1.0).epsilon(1e-15));
}
