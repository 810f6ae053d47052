#include "engine/analysis/design.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

using namespace zhaimao;

namespace {

std::vector<double> column(const Design& design, std::size_t factor) {
    std::vector<double> places;
    for (std::size_t p = 0; p < design.points(); ++p) places.push_back(design.point(p)[factor]);
    return places;
}

// Whether each of n strata holds the same number of places.
bool is_even_over(std::vector<double> places, std::size_t n) {
    std::vector<std::size_t> counts(n, 0);
    for (const double u : places) ++counts.at(static_cast<std::size_t>(u * static_cast<double>(n)));
    return std::all_of(counts.begin(), counts.end(),
                       [&](std::size_t c) { return c == places.size() / n; });
}

std::vector<double> point(const Design& design, std::size_t p) {
    const auto places = design.point(p);
    return {places.begin(), places.end()};
}

}  // namespace

TEST_CASE("a grid holds every combination once, the last factor fastest", "[analysis][design]") {
    const std::vector<std::size_t> levels{2, 3};
    const Design grid = grid_design(levels);
    REQUIRE(grid.points() == 6);
    CHECK(point(grid, 0) == std::vector<double>{0.25, 1.0 / 6.0});
    CHECK(point(grid, 1) == std::vector<double>{0.25, 0.5});
    CHECK(point(grid, 3) == std::vector<double>{0.75, 1.0 / 6.0});
    CHECK(point(grid, 5) == std::vector<double>{0.75, 2.5 / 3.0});
}

TEST_CASE("one at a time: the scenario first, then one factor moved", "[analysis][design]") {
    const std::vector<std::size_t> levels{2, 1};
    const Design design = one_at_a_time_design(levels);
    REQUIRE(design.points() == 4);
    const bool set[4][2] = {{false, false}, {true, false}, {true, false}, {false, true}};
    for (std::size_t p = 0; p < 4; ++p)
        for (std::size_t j = 0; j < 2; ++j) CHECK(std::isnan(design.point(p)[j]) != set[p][j]);
    CHECK(design.point(2)[0] == 0.75);
}

TEST_CASE("a Latin hypercube hits each stratum of each factor once", "[analysis][design]") {
    const Design design = latin_hypercube_design(37, 5, 1);
    REQUIRE(design.points() == 37);
    for (std::size_t j = 0; j < 5; ++j) CHECK(is_even_over(column(design, j), 37));
    CHECK(column(design, 0) != column(design, 1));
    CHECK(column(design, 0) != column(latin_hypercube_design(37, 5, 2), 0));
}

TEST_CASE("2^m points of a Sobol' sequence fill 2^m strata, shifted by the seed",
          "[analysis][design]") {
    const Design design = sobol_design(64, 7, 1);
    for (std::size_t j = 0; j < 7; ++j) {
        CHECK(is_even_over(column(design, j), 64));
        for (const double u : column(design, j)) CHECK((u > 0.0 && u < 1.0));
    }
    // The first two dimensions fill squares, too: 64 points, 8 by 8.
    std::set<std::pair<int, int>> squares;
    for (std::size_t p = 0; p < 64; ++p)
        squares.emplace(int(8 * design.point(p)[0]), int(8 * design.point(p)[1]));
    CHECK(squares.size() == 64);
    CHECK(column(design, 0) != column(sobol_design(64, 7, 2), 0));
}

TEST_CASE("a Saltelli row is A, B, and A with one column of B", "[analysis][design]") {
    const Design design = saltelli_design(4, 3, 1);
    REQUIRE(design.points() == 4 * 5);
    for (std::size_t row = 0; row < 4; ++row)
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t j = 0; j < 3; ++j)
                CHECK(design.point(5 * row + 2 + i)[j] ==
                      design.point(5 * row + (i == j ? 1 : 0))[j]);
}

TEST_CASE("a Morris trajectory moves every factor once, by one step", "[analysis][design]") {
    constexpr std::size_t factors = 5, levels = 4;
    const Design design = morris_design(20, std::vector(factors, levels), 1);
    REQUIRE(design.points() == 20 * (factors + 1));
    std::set<double> places;
    std::set<std::size_t> first_moved;
    bool up = false, down = false;
    for (std::size_t t = 0; t < 20; ++t) {
        std::set<std::size_t> moved;
        for (std::size_t s = 0; s < factors; ++s)
            for (std::size_t j = 0; j < factors; ++j) {
                const std::size_t p = t * (factors + 1) + s;
                const double step = design.point(p + 1)[j] - design.point(p)[j];
                places.insert(design.point(p)[j]);
                if (step == 0.0) continue;
                CHECK(std::abs(step) == Approx(2.0 / 3.0));
                (step > 0.0 ? up : down) = true;
                CHECK(moved.insert(j).second);
                if (s == 0) first_moved.insert(j);
            }
        CHECK(moved.size() == factors);
    }
    CHECK(places == std::set<double>{0.0, 1.0 / 3.0, 2.0 / 3.0, 1.0});
    CHECK(first_moved.size() == factors);
    CHECK((up && down));
}

TEST_CASE("a Morris trajectory stands on each factor's own levels", "[analysis][design]") {
    const std::vector<std::size_t> levels{2, 3, 5};
    const Design design = morris_design(200, levels, 1);
    const auto places_of = [&](std::size_t j) {
        const std::vector<double> all = column(design, j);
        return std::set<double>(all.begin(), all.end());
    };
    CHECK(places_of(0) == std::set<double>{0.0, 1.0});
    CHECK(places_of(1) == std::set<double>{0.0, 0.5, 1.0});
    CHECK(places_of(2) == std::set<double>{0.0, 0.25, 0.5, 0.75, 1.0});
    for (std::size_t p = 0; p + 1 < design.points(); ++p) {
        if (p % 4 == 3) continue;
        for (std::size_t j : {1U, 2U})
            if (const double step = design.point(p + 1)[j] - design.point(p)[j]; step != 0.0)
                CHECK(std::abs(step) == 0.5);
    }
    // A factor's steps are its own: the others' levels do not change them.
    CHECK(column(morris_design(200, std::vector<std::size_t>{2, 4, 5}, 1), 2) == column(design, 2));
}
