#include "engine/analysis/shapley.h"

#include <array>
#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

using namespace zhaimao;

TEST_CASE("the glove game by hand", "[analysis][shapley]") {
    // One left glove (player 0), two right ones; a pair is worth 1. Shapley: 2/3, 1/6, 1/6.
    std::array<double, 8> v{};
    for (std::size_t s = 0; s < v.size(); ++s) v[s] = (s & 1U) != 0 && (s & 6U) != 0 ? 1.0 : 0.0;
    const std::vector<double> phi = shapley(v);
    CHECK(phi[0] == Approx(2.0 / 3.0));
    CHECK(phi[1] == Approx(1.0 / 6.0));
    CHECK(phi[2] == Approx(1.0 / 6.0));
}

TEST_CASE("with six players 60 times each share is whole, and they add up exactly",
          "[analysis][shapley]") {
    std::array<double, 64> v{};
    std::uint32_t random = 2463534242U;  // Marsaglia's xorshift: any whole numbers do
    for (double& value : v) {
        random ^= random << 13U;
        random ^= random >> 17U;
        random ^= random << 5U;
        value = static_cast<double>(random % 300000U);
    }
    const std::vector<double> phi = shapley(v);
    double sixtieths = 0.0;
    for (const double share : phi) {
        const double whole = std::round(60.0 * share);
        CHECK(60.0 * share == Approx(whole).margin(1e-6));
        sixtieths += whole;
    }
    CHECK(sixtieths == 60.0 * (v.back() - v.front()));
}

TEST_CASE("who adds nothing has nothing; who adds the same everywhere has just that",
          "[analysis][shapley]") {
    std::array<double, 8> v{};
    for (std::size_t s = 0; s < v.size(); ++s) v[s] = 5.0 + ((s & 1U) != 0 ? 7.0 : 0.0);
    CHECK(shapley(v) == std::vector<double>{7.0, 0.0, 0.0});
}
