#include "engine/dynamics/growth.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/math/math.h"

using namespace zhaimao;

namespace {

constexpr int start = 2015, replicates = 20000;

Growth growth_with(double nation, double city, double county) {
    Growth g;
    g.rates = {std::vector<double>{0.0, 0.07, 0.06},
               {0.0, 0.10, 0.09},
               {0.0, 0.05, 0.0},
               {0.0, 0.0, -0.02}};
    g.nation_sd = nation;
    g.city_sd = city;
    g.county_sd = county;
    return g;
}

// Sum over replicates of f(shock of one county, shock of another), shocks as log points.
template <class F>
double mean_over_replicates(const Growth& g, ShockAreas a, ShockAreas b, F f) {
    double sum = 0.0;
    for (std::uint32_t r = 1; r <= replicates; ++r) {
        const Draws draws(5, r);
        const auto shock = [&](ShockAreas areas) {
            return math::log(growth_factors(g, 0.0, draws, areas, 2016, start)[0] / 1.07);
        };
        sum += f(shock(a), shock(b));
    }
    return sum / replicates;
}

Event village_event(double probability) {
    Event e;
    e.scope = EventScope::village;
    e.probability = probability;
    return e;
}

}  // namespace

TEST_CASE("without shocks a source grows by its rate and the county's gap", "[dynamics][growth]") {
    const auto f = growth_factors(growth_with(0, 0, 0), 0.01, Draws(1, 1), {1, 2}, 2017, start);
    CHECK(f[0] == 1.0 + 0.06 + 0.01);
    CHECK(f[1] == 1.0 + 0.09 + 0.01);
    CHECK(f[2] == 1.0 + 0.0 + 0.01);
    CHECK(f[3] == 1.0 - 0.02 + 0.01);
}

TEST_CASE("one shock moves all sources of a county together", "[dynamics][growth]") {
    const auto f =
        growth_factors(growth_with(0.01, 0.02, 0.03), 0.0, Draws(1, 1), {1, 2}, 2016, start);
    CHECK(f[0] / 1.07 != 1.0);
    CHECK(f[1] / 1.10 == Approx(f[0] / 1.07).epsilon(1e-15));
    CHECK(f[2] / 1.05 == Approx(f[0] / 1.07).epsilon(1e-15));
    CHECK(f[3] == Approx(f[0] / 1.07).epsilon(1e-15));
}

TEST_CASE("a shock is mean one with the sum of the variances, within 4 standard errors",
          "[dynamics][growth]") {
    const Growth g = growth_with(0.1, 0.2, 0.2);
    const double v = 0.01 + 0.04 + 0.04, n = replicates;
    const ShockAreas here{141000, 141030};
    const auto mean_of = [&](auto f) {
        return mean_over_replicates(g, here, here, [&](double s, double) { return f(s); });
    };
    CHECK(std::abs(mean_of([](double s) { return std::exp(s); }) - 1.0) <
          4 * std::sqrt((std::exp(v) - 1) / n));
    CHECK(std::abs(mean_of([](double s) { return s; }) + v / 2) < 4 * std::sqrt(v / n));
    CHECK(std::abs(mean_of([&](double s) { return (s + v / 2) * (s + v / 2); }) - v) <
          4 * v * std::sqrt(2 / n));
}

TEST_CASE("counties share their nation's and their city's shocks, not their own",
          "[dynamics][growth]") {
    const double n = replicates;
    const ShockAreas here{141000, 141030}, neighbour{141000, 141031}, far{152000, 152001};
    const auto covariance = [&](const Growth& g, ShockAreas b) {
        const double v =
            g.nation_sd * g.nation_sd + g.city_sd * g.city_sd + g.county_sd * g.county_sd;
        return mean_over_replicates(g, here, b,
                                    [&](double x, double y) { return (x + v / 2) * (y + v / 2); });
    };
    const Growth all = growth_with(0.1, 0.2, 0.2);
    const double v = 0.09, error = std::sqrt(2.0) * v / std::sqrt(n);  // at most, of a product
    CHECK(std::abs(covariance(all, neighbour) - 0.05) < 4 * error);
    CHECK(std::abs(covariance(all, far) - 0.01) < 4 * error);
    CHECK(std::abs(covariance(growth_with(0, 0, 0.3), neighbour)) < 4 * error);
}

TEST_CASE("villages are hit by their probabilities, each by one event at most",
          "[dynamics][growth]") {
    Event household;
    household.probability = 1.0;  // no business of a village
    const std::vector<Event> events{household, village_event(0.1), village_event(0.3)};
    constexpr std::size_t villages = 20000;
    const auto hit = hit_villages(events, villages, Draws(3, 1), 141030, 2016);
    REQUIRE(hit.size() == villages);
    double counts[4] = {};
    for (std::uint8_t h : hit) ++counts[h];
    CHECK(counts[1] == 0);
    CHECK(std::abs(counts[2] / villages - 0.1) < 4 * std::sqrt(0.1 * 0.9 / villages));
    CHECK(std::abs(counts[3] / villages - 0.3) < 4 * std::sqrt(0.3 * 0.7 / villages));
    CHECK(hit == hit_villages(events, villages, Draws(3, 1), 141030, 2016));
    CHECK(hit != hit_villages(events, villages, Draws(3, 1), 141030, 2017));
    CHECK(hit != hit_villages(events, villages, Draws(3, 2), 141030, 2016));
}

TEST_CASE("where no village can be hit, or none is, the list is empty", "[dynamics][growth]") {
    Event household;
    household.probability = 1.0;
    CHECK(hit_villages({household}, 100, Draws(3, 1), 1, 2016).empty());
    CHECK(hit_villages({village_event(0.0)}, 100, Draws(3, 1), 1, 2016).empty());
    CHECK(hit_villages({village_event(1e-12)}, 100, Draws(3, 1), 1, 2016).empty());
    CHECK(hit_villages({village_event(1.0)}, 3, Draws(3, 1), 1, 2016) ==
          std::vector<std::uint8_t>{1, 1, 1});
}

TEST_CASE("the deviation's variance follows its recursion", "[dynamics][luck]") {
    const Luck walk{0.1, 1.0, 0.2};
    CHECK(walk.variance_after(0) == 0.0);
    CHECK(walk.variance_after(5) == Approx(0.05).epsilon(1e-15));
    const Luck fading{0.1, 0.5, 0.2};
    CHECK(fading.variance_after(2) == Approx(0.0125).epsilon(1e-15));
    CHECK(fading.variance_after(200) == Approx(0.01 / 0.75).epsilon(1e-15));
}
