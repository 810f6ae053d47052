#include "engine/population/raking.h"

#include <catch2/catch.hpp>
#include <numeric>

using namespace zhaimao;

namespace {

// Rows are the cells of a table, row by row.
RakeMargin margin_of(std::string name, std::vector<std::uint16_t> category,
                     std::vector<double> targets) {
    RakeMargin m;
    m.name = std::move(name);
    m.targets = std::move(targets);
    m.category = std::move(category);
    m.counts.assign(m.category.size(), 1.0);
    return m;
}

constexpr RakeLimits strict{1e-12, 1000};

}  // namespace

TEST_CASE("a 2x2 table is fitted as by hand, and keeps its odds ratio", "[population][raking]") {
    // First table 40 30 / 35 50 (odds ratio 40 * 50 / (30 * 35) = 40/21); rows to 80, 70, columns
    // to 90, 60. With x the first cell: x (x - 20) / ((80 - x) (90 - x)) = 40/21, or
    // 19 x^2 - 6380 x + 288000 = 0, so x = (6380 - sqrt(6380^2 - 4 * 19 * 288000)) / 38.
    const std::vector<RakeMargin> margins{margin_of("rows", {0, 0, 1, 1}, {80.0, 70.0}),
                                          margin_of("columns", {0, 1, 0, 1}, {90.0, 60.0})};
    const RakeResult fitted = rake({40.0, 30.0, 35.0, 50.0}, margins, strict);
    REQUIRE(fitted.off.empty());
    const double x = (6380.0 - std::sqrt(6380.0 * 6380.0 - 4.0 * 19.0 * 288000.0)) / 38.0;
    const double expected[] = {x, 80.0 - x, 90.0 - x, x - 20.0};
    for (int i = 0; i < 4; ++i)
        CHECK(fitted.weights[static_cast<std::size_t>(i)] ==
              Approx(expected[i]).epsilon(10 * strict.tolerance));
}

TEST_CASE("one step of fitting is the proportion of the target", "[population][raking]") {
    const RakeResult once =
        rake({40.0, 30.0, 35.0, 50.0}, {margin_of("rows", {0, 0, 1, 1}, {140.0, 170.0})}, {0.0, 1});
    CHECK(once.weights == std::vector<double>{80.0, 60.0, 70.0, 100.0});  // twice, exactly
}

TEST_CASE("a margin of people scales households, shares leave the total alone",
          "[population][raking]") {
    RakeMargin people = margin_of("people", {0, 0}, {60.0});
    people.counts = {2.0, 4.0};
    RakeMargin sizes = margin_of("sizes", {0, 1}, {0.75, 0.25});
    sizes.of_total = true;
    const RakeResult fitted = rake({1.0, 1.0}, {sizes, people}, strict);
    REQUIRE(fitted.off.empty());
    // h households of mean size 0.75 * 2 + 0.25 * 4 = 2.5 hold 60 people: h = 24.
    CHECK(fitted.weights[0] == Approx(18.0).epsilon(10 * strict.tolerance));
    CHECK(fitted.weights[1] == Approx(6.0).epsilon(10 * strict.tolerance));
}

TEST_CASE("rows outside a margin keep their weights", "[population][raking]") {
    const RakeResult fitted =
        rake({1.0, 5.0}, {margin_of("some", {0, RakeMargin::outside}, {3.0})}, strict);
    CHECK(fitted.weights == std::vector<double>{3.0, 5.0});
}

TEST_CASE("margins that contradict each other are the ones still off", "[population][raking]") {
    // 100 against 120 in all; the third margin agrees with neither order but can be met.
    const std::vector<RakeMargin> margins{
        margin_of("sex", {0, 0, 1, 1}, {60.0, 40.0}),
        margin_of("age", {0, 1, 0, 1}, {60.0, 60.0}),
    };
    const RakeResult fitted = rake({1.0, 1.0, 1.0, 1.0}, margins, {1e-6, 50});
    CHECK(fitted.iterations == 50);
    REQUIRE(fitted.off.size() == 4);
    CHECK(fitted.off[0].margin == 0);
    CHECK(fitted.off[0].target == 60.0);
    CHECK(fitted.off[0].reached == Approx(72.0).epsilon(1e-9));  // 60 * 120 / 100
    CHECK(fitted.off[2].margin == 1);
    CHECK(fitted.off[2].reached == Approx(50.0).epsilon(1e-9));  // 60 * 100 / 120
}

TEST_CASE("a category that nobody is in stops at once", "[population][raking]") {
    const RakeResult fitted =
        rake({1.0, 1.0}, {margin_of("sizes", {0, 0}, {10.0, 5.0})}, {1e-6, 50});
    CHECK(fitted.iterations == 1);
    REQUIRE_FALSE(fitted.off.empty());
    CHECK(fitted.off.back().no_support);
    CHECK(fitted.off.back().category == 1);
}

TEST_CASE("a target of zero empties its category", "[population][raking]") {
    const RakeResult fitted =
        rake({1.0, 1.0}, {margin_of("sizes", {0, 1}, {10.0, 0.0})}, {1e-6, 50});
    CHECK(fitted.off.empty());
    CHECK(fitted.weights == std::vector<double>{10.0, 0.0});
}
