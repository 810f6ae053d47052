#include "engine/interventions/allocation.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <random>

using namespace zhaimao;

namespace {

using Units = std::vector<std::int64_t>;

Units shares(std::int64_t total, const std::vector<double>& weights) {
    return largest_remainder(total, weights);
}

}  // namespace

TEST_CASE("a share of a number counts whole units, whatever rounding left under them",
          "[interventions][allocation]") {
    for (std::int64_t percent = 0; percent <= 100; ++percent)
        CHECK(whole_units(static_cast<double>(percent) / 100.0, 100) == percent);
    CHECK(whole_units(1.0 - 0.9, 10) == 1);  // 0.0999... x 10
    CHECK(whole_units(0.29, 99) == 28);      // 28.71
    CHECK(whole_units(0.0, 1000) == 0);
    CHECK(whole_units(1.0, 1000) == 1000);
}

TEST_CASE("largest remainder by hand", "[interventions][allocation]") {
    CHECK(shares(10, {1, 1, 1}) == Units{4, 3, 3});  // ties in order of county
    CHECK(shares(11, {1, 1, 1}) == Units{4, 4, 3});
    CHECK(shares(100, {47, 16, 15.8, 12, 6.1, 3.1}) ==
          Units{47, 16, 16, 12, 6, 3});  // Hamilton's example
    CHECK(shares(7, {0, 5, 0, 2}) == Units{0, 5, 0, 2});
    CHECK(shares(5, {0.2, 0.8}) == Units{1, 4});
    CHECK(shares(0, {3, 4}) == Units{0, 0});
    CHECK(shares(9, {0, 0}) == Units{0, 0});
    CHECK(shares(9, {}).empty());
    CHECK(shares(1, {1, 3, 3}) == Units{0, 1, 0});
    CHECK(first_share(10, std::vector{1.0, 1.0, 1.0}) == 4);
    CHECK(first_share(1, std::vector{1.0, 3.0, 3.0}) == 0);
}

TEST_CASE("shares sum to the total and lie within one of their proportion",
          "[interventions][allocation]") {
    std::mt19937 engine(4);
    const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
    for (int trial = 0; trial < 2000; ++trial) {
        std::vector<double> weights(1 + random() % 20);
        for (double& w : weights)
            w = random() % 5 == 0 ? 0.0
                                  : static_cast<double>(random() % 60000) / (1 + random() % 3);
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        const auto total = static_cast<std::int64_t>(random() % 200000);
        const Units units = largest_remainder(total, weights);
        REQUIRE(first_share(total, weights) == units.front());
        if (sum == 0.0) continue;
        REQUIRE(std::accumulate(units.begin(), units.end(), std::int64_t{0}) == total);
        for (std::size_t i = 0; i < units.size(); ++i) {
            const double exact = static_cast<double>(total) * weights[i] / sum;
            REQUIRE(std::abs(static_cast<double>(units[i]) - exact) < 1.0);
            if (weights[i] == 0.0) REQUIRE(units[i] == 0);
        }
    }
}

TEST_CASE("each rule looks at its own column", "[interventions][allocation]") {
    const AllocationBasis basis{
        {10, 30, 0}, {100, 100, 200}, {1000, 2000, 7000}, {2018, 2016, 2017}};
    const auto divide = [&](AllocationRule rule) { return allocate(40, {rule, {1, 0, 3}}, basis); };
    CHECK(divide(AllocationRule::by_eligible) == Units{10, 30, 0});
    CHECK(divide(AllocationRule::by_registered) == Units{10, 10, 20});
    CHECK(divide(AllocationRule::by_people) == Units{4, 8, 28});
    CHECK(divide(AllocationRule::weights) == Units{10, 0, 30});
}

TEST_CASE("the nearest deadline is served in full before the next", "[interventions][allocation]") {
    const AllocationBasis basis{{50, 30, 40, 30}, {}, {}, {2018, 2016, 2018, 2017}};
    const auto divide = [&](std::int64_t total) {
        return allocate(total, {AllocationRule::nearest_deadline, {}}, basis);
    };
    CHECK(divide(20) == Units{0, 20, 0, 0});
    CHECK(divide(45) == Units{0, 30, 0, 15});
    CHECK(divide(100) == Units{40, 30, 0, 30});   // equal deadlines in order of county
    CHECK(divide(500) == Units{50, 30, 40, 30});  // never more than there are eligible
}
