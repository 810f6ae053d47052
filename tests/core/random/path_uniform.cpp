#include "engine/core/random/path_uniform.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <string>

using namespace zhaimao;

TEST_CASE("draws by path are uniform and differ by path, replicate and seed", "[core][random]") {
    constexpr int n = 20000;
    double sum = 0.0, squares = 0.0;
    for (int i = 0; i < n; ++i) {
        const double u = path_uniform(2016, 3, "interventions.a" + std::to_string(i) + ".capacity");
        REQUIRE((u > 0.0 && u < 1.0));
        sum += u;
        squares += u * u;
    }
    // Four standard errors of the means: sd of u is sqrt(1/12), of u^2 sqrt(4/45).
    CHECK(std::abs(sum / n - 0.5) < 4.0 * std::sqrt(1.0 / 12.0 / n));
    CHECK(std::abs(squares / n - 1.0 / 3.0) < 4.0 * std::sqrt(4.0 / 45.0 / n));
    CHECK(path_uniform(1, 1, "a") != path_uniform(1, 1, "b"));
    CHECK(path_uniform(1, 1, "a") != path_uniform(1, 2, "a"));
    CHECK(path_uniform(1, 1, "a") != path_uniform(2, 1, "a"));
    CHECK(path_uniform(1, 1, "a") != path_uniform(std::uint64_t{1} << 32 | 1, 1, "a"));
    CHECK(path_uniform(1, 1, "a") == path_uniform(1, 1, "a"));
}
