#include "engine/population/measures/lorenz.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/math/math.h"
#include "tests/population/measures/examples.h"

using namespace zhaimao::measures;
using Catch::WithinAbs;
using examples::of;
using examples::printed;

TEST_CASE("published Gini and Hoover indices", "[population][measures]") {
    CHECK_THAT(gini(of(examples::ineq_x)), WithinAbs(0.4620911, printed));
    CHECK_THAT(gini(of(examples::handbook_6)), WithinAbs(0.3272727, printed));
    CHECK_THAT(hoover(of(examples::handbook_6)), WithinAbs(0.2363636, printed));
    CHECK_THAT(gini_of_poor(of(examples::handbook_4), 125), WithinAbs(0.0238095, printed));
}

TEST_CASE("a weight is as many people with the same income", "[population][measures]") {
    const Distribution grouped = of({100, 300, 200}, {2, 1, 3});
    const Distribution each = of({100, 100, 200, 200, 200, 300});
    CHECK(gini(grouped) == Approx(gini(each)).epsilon(1e-14));
    CHECK(hoover(grouped) == Approx(hoover(each)).epsilon(1e-14));
    CHECK(group_shares(grouped, 4) == group_shares(each, 4));
}

TEST_CASE("the Lorenz curve divides the household on a border", "[population][measures]") {
    const Distribution d = of({100, 300}, {3, 1});  // 600 in all
    const std::vector<double> points = lorenz_points(d, 2);
    REQUIRE(points.size() == 3);
    CHECK(points[0] == 0.0);
    CHECK(points[1] == Approx(200.0 / 600).epsilon(1e-15));
    CHECK(points[2] == 1.0);
    const std::vector<double> means = group_means(d, 2);
    CHECK(means[0] == 100.0);
    CHECK(means[1] == 200.0);  // one of the poor, one of the rich
}

TEST_CASE("group means lose no income, also where there are more groups than households",
          "[population][measures]") {
    const Distribution d = of(examples::ineq_x, {1, 3, 2, 7, 1, 1, 4, 2, 5, 1});
    for (std::size_t groups : {1U, 3U, 10U, 20U, 1000U}) {
        double income = 0.0;
        for (double mean : group_means(d, groups))
            income += mean * d.total_people() / static_cast<double>(groups);
        CHECK(income == Approx(d.total_income()).epsilon(1e-12));
    }
}

TEST_CASE("a log-normal has its closed Gini and tenths", "[population][measures]") {
    constexpr double s = 0.6;
    constexpr std::size_t n = 100000;
    const Distribution d = of(examples::log_normal(n, 8.0, s));
    namespace math = zhaimao::math;
    const double step = 1.0 / n;
    CHECK_THAT(gini(d), WithinAbs(2 * math::normal_cdf(s / std::sqrt(2.0)) - 1, 4 * step));
    CHECK_THAT(hoover(d), WithinAbs(2 * math::normal_cdf(s / 2) - 1, 4 * step));
    const std::vector<double> points = lorenz_points(d, 10);
    for (std::size_t k = 1; k < 10; ++k) {
        const double p = static_cast<double>(k) / 10;
        CHECK_THAT(points[k], WithinAbs(math::normal_cdf(math::normal_quantile(p) - s), 4 * step));
    }
}

TEST_CASE("no income, no inequality; debts make a Gini over one", "[population][measures]") {
    for (const Distribution& d : {of({}), of({0, 0}), of({-10, 5})}) {
        CHECK(gini(d) == 0.0);
        CHECK(hoover(d) == 0.0);
        CHECK(lorenz_points(d, 2) == std::vector<double>{0, 0, 0});
    }
    CHECK(gini(of({7, 7, 7})) == Approx(0.0).margin(1e-15));
    CHECK(gini(of({-10, 20})) == Approx(1.5).epsilon(1e-15));  // 30 / 4 / 5
    CHECK(group_means(of({}), 2) == std::vector<double>{0, 0});
}
