#include "engine/core/ordered_sum.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <vector>

using namespace zhaimao;

TEST_CASE("sums of integers are exact at every length", "[core][ordered_sum]") {
    for (std::size_t n = 0; n < 1200; ++n) {
        std::vector<double> values(n);
        std::iota(values.begin(), values.end(), 1.0);
        if (ordered_sum(values) != static_cast<double>(n * (n + 1) / 2)) FAIL("n = " << n);
    }
}

TEST_CASE("a sum visits each element once and in order", "[core][ordered_sum]") {
    std::vector<std::size_t> visited;
    (void)ordered_sum(10, 1000, [&](std::size_t i) {
        visited.push_back(i);
        return 0.0;
    });
    std::vector<std::size_t> expected(990);
    std::iota(expected.begin(), expected.end(), 10u);
    CHECK(visited == expected);
}

TEST_CASE("eight lanes are added in the stated tree", "[core][ordered_sum]") {
    const std::array<double, 8> l{1.0, 1e16, -1.0, 3.0, 1e-16, -1e16, 7.0, 1e-3};
    const double expected = ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]));
    CHECK(tree_sum(l) == expected);
    CHECK(ordered_sum(l) == expected);
}

TEST_CASE("the error of a long sum is within its bound", "[core][ordered_sum]") {
    const std::size_t n = 1000000;
    std::vector<double> values;
    long double exact = 0.0L;
    for (std::size_t i = 0; i < n; ++i) {
        values.push_back(1.0 / static_cast<double>(3 * i + 1) - 0.1);
        exact += values.back();
    }
    const double magnitude = ordered_sum(0, n, [&](std::size_t i) { return std::fabs(values[i]); });
    const double bound = (16 + std::log2(n / 128.0) + 1) * 0x1p-53 * magnitude;
    CHECK(std::fabs(ordered_sum(values) - static_cast<double>(exact)) <= bound);
}
