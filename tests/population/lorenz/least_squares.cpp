#include "engine/population/lorenz/least_squares.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace zhaimao;

TEST_CASE("least squares of three coefficients, worked by hand", "[population][lorenz]") {
    // A mean of each group, as the regressors are the groups' signs.
    const Regression rows[] = {{{1, 0, 0}, 1}, {{1, 0, 0}, 3}, {{0, 1, 0}, 5}, {{0, 0, 2}, 8}};
    const auto [x, y, z] = least_squares(rows);
    CHECK(x == Approx(2.0).epsilon(1e-15));
    CHECK(y == Approx(5.0).epsilon(1e-15));
    CHECK(z == Approx(4.0).epsilon(1e-15));
}

TEST_CASE("nearly collinear regressors keep their digits", "[population][lorenz]") {
    std::vector<Regression> rows;
    for (int i = 0; i < 10; ++i) {
        const double t = i, near = 1 + 1e-6 * t, bend = 1 + 1e-6 * t * t;
        rows.push_back({{1, near, bend}, 3 * 1 - 2 * near + bend});
    }
    const auto [x, y, z] = least_squares(rows);
    constexpr double condition = 1e7, rounding = 1e-15;  // normal equations would need 1e14
    CHECK_THAT(x, Catch::WithinAbs(3.0, condition * rounding * 10));
    CHECK_THAT(y, Catch::WithinAbs(-2.0, condition * rounding * 10));
    CHECK_THAT(z, Catch::WithinAbs(1.0, condition * rounding * 10));
}
