#include "engine/analysis/indices.h"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>

using namespace zhaimao;

namespace {

constexpr std::array<std::size_t, 3> even_grid{4, 4, 4};

using Function = std::function<double(std::span<const double>)>;

std::vector<double> outcomes_of(const Design& design, const Function& f) {
    std::vector<double> outcomes;
    for (std::size_t p = 0; p < design.points(); ++p) outcomes.push_back(f(design.point(p)));
    return outcomes;
}

// a = 7, b = 0.1; x from -pi to pi. Ishigami and Homma 1990.
double ishigami(std::span<const double> u) {
    const auto x = [&](std::size_t i) { return (2.0 * u[i] - 1.0) * std::numbers::pi; };
    return std::sin(x(0)) + 7.0 * std::pow(std::sin(x(1)), 2) +
           0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

// a = 0, 1, 4.5, 9, 99, 99, 99, 99. Saltelli and Sobol' 1995.
double sobol_g(std::span<const double> u) {
    constexpr std::array a{0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0};
    double product = 1.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        product *= (std::abs(4.0 * u[i] - 2.0) + a[i]) / (1.0 + a[i]);
    return product;
}

// Half of a 95 % interval is 1.96 standard errors. Quasi-random points are better than that.
void agrees(const Estimate& estimate, double exact) {
    const double error = 0.5 * (estimate.confidence.high - estimate.confidence.low) / 1.96;
    CHECK(std::abs(estimate.value - exact) <= 4.0 * error);
    CHECK(error < 0.05);
}

}  // namespace

TEST_CASE("Sobol' indices of Ishigami's function are those of the closed form",
          "[analysis][indices]") {
    const Design design = saltelli_design(2048, 3, 1);
    const auto indices = sobol_indices(outcomes_of(design, ishigami), 3, {300, 1});
    constexpr std::array first{0.313905, 0.442411, 0.0}, total{0.557589, 0.442411, 0.243684};
    for (std::size_t i = 0; i < 3; ++i) {
        INFO(i);
        agrees(indices[i].first, first[i]);
        agrees(indices[i].total, total[i]);
    }
}

TEST_CASE("Sobol' indices of the g function are those of the closed form", "[analysis][indices]") {
    const Design design = saltelli_design(2048, 8, 1);
    const auto indices = sobol_indices(outcomes_of(design, sobol_g), 8, {300, 1});
    agrees(indices[0].first, 0.716192);
    agrees(indices[0].total, 0.787144);
    agrees(indices[1].first, 0.179048);
    agrees(indices[1].total, 0.242198);
    for (std::size_t i = 4; i < 8; ++i) CHECK(indices[i].total.value < 0.001);
}

TEST_CASE("elementary effects of Ishigami's second factor are 7.875 in size, of either sign",
          "[analysis][indices]") {
    const Design design = morris_design(50, even_grid, 1);
    const auto effects = elementary_effects(outcomes_of(design, ishigami), design, {300, 1});
    constexpr double rounding = 16.0 * std::numeric_limits<double>::epsilon();
    CHECK(effects[1].mu_star.value == Approx(7.875).epsilon(rounding));
    CHECK(effects[1].mu_star.confidence.high == Approx(7.875).epsilon(rounding));
    // The sign is that of sin(0) or of sin(pi): as good as even, so sigma is close to the size.
    CHECK(effects[1].sigma.value > 7.0);
    CHECK(effects[1].sigma.confidence.low < effects[1].sigma.value);
}

TEST_CASE("effects of equal size have no sigma, whatever their steps round to",
          "[analysis][indices]") {
    const Design design = morris_design(20, even_grid, 1);
    const auto linear = [](std::span<const double> u) { return 1e10 / 3.0 * u[0]; };
    const auto effects = elementary_effects(outcomes_of(design, linear), design, {100, 1});
    CHECK(effects[0].mu_star.value == Approx(1e10 / 3.0));
    CHECK(effects[0].sigma.value == 0.0);
    CHECK(effects[0].sigma.confidence.high == 0.0);
}

TEST_CASE("a point that failed takes its row or trajectory out, for its factor only",
          "[analysis][indices]") {
    const Design rows = saltelli_design(64, 3, 1);
    std::vector<double> outcomes = outcomes_of(rows, ishigami);
    const auto whole = sobol_indices(outcomes, 3, {10, 1});
    outcomes[5 * 7 + 2] = std::nan("");  // row 7, A with the first factor of B
    const auto without = sobol_indices(outcomes, 3, {10, 1});
    CHECK(without[0].total.value != whole[0].total.value);
    CHECK(std::isfinite(without[0].total.value));
    CHECK(without[1].total.value == whole[1].total.value);

    const Design design = morris_design(10, even_grid, 1);
    outcomes = outcomes_of(design, ishigami);
    outcomes[0] = std::nan("");
    for (const ElementaryEffects& e : elementary_effects(outcomes, design, {10, 1}))
        CHECK(std::isfinite(e.mu_star.value));
}

TEST_CASE("an outcome that does not vary has no variance to share, whatever its mean rounds to",
          "[analysis][indices]") {
    const std::vector<double> grid(15, 0.1);  // their sum is not 1.5
    const std::vector<std::size_t> levels{3, 5};
    const std::vector<double> rows(12 * 5, 0.3417);
    for (const auto& indices : {grid_indices(grid, levels), sobol_indices(rows, 3, {100, 1})})
        for (const SobolIndices& of : indices) {
            CHECK(std::isnan(of.first.value));
            CHECK(std::isnan(of.total.value));
            CHECK(std::isnan(of.total.confidence.low));
        }
    // What varies around zero, however little, does.
    CHECK(grid_indices(std::vector{-1e-30, 1e-30}, std::vector<std::size_t>{2})[0].first.value ==
          Approx(1.0));
}

TEST_CASE("indices of a whole grid are exact", "[analysis][indices]") {
    // f = x y + z over {1, 2} x {1, 3} x {0}: 1, 3, 2, 6. Mean 3, variance (4 + 0 + 1 + 9) / 4.
    const std::vector<double> outcomes{1.0, 3.0, 2.0, 6.0};
    const std::vector<std::size_t> levels{2, 2, 1};
    const auto indices = grid_indices(outcomes, levels);
    CHECK(indices[0].first.value == Approx(1.0 / 3.5));   // means 2 and 4
    CHECK(indices[1].first.value == Approx(2.25 / 3.5));  // means 1.5 and 4.5
    CHECK(indices[0].total.value == Approx(1.25 / 3.5));  // variances 0.25 and 2.25
    CHECK(indices[1].total.value == Approx(2.5 / 3.5));   // 1 and 4
    CHECK(indices[2].total.value == 0.0);
    CHECK(std::isnan(indices[0].first.confidence.low));
}
