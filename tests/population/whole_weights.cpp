#include "engine/population/whole_weights.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

using namespace zhaimao;

TEST_CASE("rounding takes up the fraction in turn", "[population][whole_weights]") {
    // 0.5, 1.75, 2.0 on top of 0.25: cumulated 0.75, 2.5, 4.5; floors 0, 2, 4.
    const std::vector<double> weights{0.5, 1.75, 2.0};
    CHECK(whole_weights(weights, 0.25) == std::vector<std::uint32_t>{0, 2, 2});
    CHECK(whole_weights(weights, 0.75) == std::vector<std::uint32_t>{1, 2, 2});
}

TEST_CASE("whole weights stay, and every run is within one of its sum",
          "[population][whole_weights]") {
    CHECK(whole_weights(std::vector<double>{3.0, 0.0, 7.0}, 0.999) ==
          std::vector<std::uint32_t>{3, 0, 7});
    std::vector<double> weights;
    for (int i = 0; i < 500; ++i) weights.push_back(0.37 * (i % 11) + 0.01 * (i % 7));
    const std::vector<std::uint32_t> whole = whole_weights(weights, 0.4321);
    for (std::size_t first = 0; first < weights.size(); first += 37) {
        double sum = 0.0;
        std::int64_t rounded = 0;
        for (std::size_t i = first; i < weights.size(); ++i) {
            CHECK(std::abs(static_cast<double>(whole[i]) - weights[i]) < 1.0);
            sum += weights[i];
            rounded += whole[i];
            CHECK(std::abs(static_cast<double>(rounded) - sum) < 1.0 + 1e-9);
        }
    }
}

TEST_CASE("over the uniform number each weight is right on average",
          "[population][whole_weights]") {
    const std::vector<double> weights{0.3, 1.6, 0.1};
    constexpr int n = 1000;  // u at the middles of n intervals: off by at most one interval
    std::vector<double> mean(weights.size(), 0.0);
    for (int k = 0; k < n; ++k) {
        const auto whole = whole_weights(weights, (k + 0.5) / n);
        for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += whole[i] / double{n};
    }
    for (std::size_t i = 0; i < mean.size(); ++i)
        CHECK(std::abs(mean[i] - weights[i]) <= 1.0 / n + 1e-12);
}
