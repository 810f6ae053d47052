#include "engine/analysis/indices.h"

#include <cmath>

#include "engine/core/contracts.h"
#include "engine/core/ordered_sum.h"

namespace zhaimao {
namespace {

// Of numbers that are all alike but for the roundings of sums and steps: relative to their size.
constexpr double rounding = 1e-12;

// Not a number where it is no more than rounding: nothing varies, and nothing has a share of it.
double shared_variance(double variance, double mean) {
    return std::sqrt(variance) > rounding * std::abs(mean) ? variance : Summary::undefined;
}

template <class Value>
double mean_over(std::span<const std::size_t> rows, const Value& value) {
    return ordered_sum(0, rows.size(), [&](std::size_t r) { return value(rows[r]); }) /
           static_cast<double>(rows.size());
}

// The three outcomes that an index of factor i needs, of the rows in which all are finite.
struct Rows {
    std::vector<double> a, b, mixed;
};

Rows rows_for(std::span<const double> outcomes, std::size_t factors, std::size_t i) {
    const std::size_t width = factors + 2;
    Rows rows;
    for (std::size_t at = 0; at + width <= outcomes.size(); at += width) {
        const double a = outcomes[at], b = outcomes[at + 1], mixed = outcomes[at + 2 + i];
        if (!std::isfinite(a) || !std::isfinite(b) || !std::isfinite(mixed)) continue;
        rows.a.push_back(a);
        rows.b.push_back(b);
        rows.mixed.push_back(mixed);
    }
    return rows;
}

// S1 and ST; not a number where nothing varies.
std::vector<double> first_and_total(const Rows& rows, std::span<const std::size_t> drawn) {
    const auto& [a, b, mixed] = rows;
    const double mean = 0.5 * mean_over(drawn, [&](std::size_t r) { return a[r] + b[r]; });
    const auto square = [&](double x) { return (x - mean) * (x - mean); };
    const double variance = shared_variance(
        0.5 * mean_over(drawn, [&](std::size_t r) { return square(a[r]) + square(b[r]); }), mean);
    const double first =
        mean_over(drawn, [&](std::size_t r) { return (b[r] - mean) * (mixed[r] - a[r]); });
    const double total = 0.5 * mean_over(drawn, [&](std::size_t r) {
                             return (a[r] - mixed[r]) * (a[r] - mixed[r]);
                         });
    return {first / variance, total / variance};
}

// Mean and variance (about it, over n) of `count` numbers.
template <class Value>
std::pair<double, double> moments(std::size_t count, const Value& value) {
    const double n = static_cast<double>(count);
    const double mean = ordered_sum(0, count, value) / n;
    const double squares =
        ordered_sum(0, count, [&](std::size_t i) { return (value(i) - mean) * (value(i) - mean); });
    return {mean, squares / n};
}

// Of one factor: by trajectory, where the outcomes before and after it are finite.
std::vector<double> effects_of(std::span<const double> outcomes, const Design& design,
                               std::size_t factor) {
    const std::size_t width = design.factors() + 1;
    std::vector<double> effects;
    for (std::size_t p = 0; p + 1 < design.points(); ++p) {
        if (p % width == width - 1) continue;  // the next point begins another trajectory
        const double step = design.point(p + 1)[factor] - design.point(p)[factor];
        const double effect = (outcomes[p + 1] - outcomes[p]) / step;
        if (step != 0.0 && std::isfinite(effect)) effects.push_back(effect);
    }
    return effects;
}

std::vector<double> mu_star_and_sigma(const std::vector<double>& effects,
                                      std::span<const std::size_t> drawn) {
    const double n = static_cast<double>(drawn.size());
    const double mean = mean_over(drawn, [&](std::size_t r) { return effects[r]; });
    const double variance =
        mean_over(drawn, [&](std::size_t r) { return (effects[r] - mean) * (effects[r] - mean); }) *
        n / (n - 1.0);
    const double mu_star = mean_over(drawn, [&](std::size_t r) { return std::abs(effects[r]); });
    const double sigma = std::sqrt(variance);
    return {mu_star, sigma < rounding * mu_star ? 0.0 : sigma};
}

}  // namespace

std::vector<SobolIndices> sobol_indices(std::span<const double> outcomes, std::size_t factors,
                                        const Bootstrap& options) {
    EXPECTS(outcomes.size() % (factors + 2) == 0);
    std::vector<SobolIndices> indices;
    for (std::size_t i = 0; i < factors; ++i) {
        const Rows rows = rows_for(outcomes, factors, i);
        const auto estimates = bootstrap(
            rows.a.size(), [&](auto drawn) { return first_and_total(rows, drawn); }, options);
        indices.push_back({estimates[0], estimates[1]});
    }
    return indices;
}

std::vector<SobolIndices> grid_indices(std::span<const double> outcomes,
                                       std::span<const std::size_t> levels) {
    const auto [mean, spread] =
        moments(outcomes.size(), [&](std::size_t p) { return outcomes[p]; });
    const double variance = shared_variance(spread, mean);
    std::vector<SobolIndices> indices;
    std::size_t stride = outcomes.size();  // from one point to the next level of the factor
    for (const std::size_t n : levels) {
        const std::size_t others = outcomes.size() / n;
        stride /= n;
        // Point of level `level` and combination `other` of all other factors.
        const auto at = [&](std::size_t level, std::size_t other) {
            return outcomes[other / stride * stride * n + level * stride + other % stride];
        };
        const double first =
            moments(n, [&](std::size_t level) {
                return moments(others, [&](std::size_t other) { return at(level, other); }).first;
            }).second;
        const double total =
            moments(others, [&](std::size_t other) {
                return moments(n, [&](std::size_t level) { return at(level, other); }).second;
            }).first;
        indices.push_back({{first / variance}, {total / variance}});
    }
    return indices;
}

std::vector<ElementaryEffects> elementary_effects(std::span<const double> outcomes,
                                                  const Design& design, const Bootstrap& options) {
    EXPECTS(outcomes.size() == design.points());
    std::vector<ElementaryEffects> all;
    for (std::size_t factor = 0; factor < design.factors(); ++factor) {
        const std::vector<double> effects = effects_of(outcomes, design, factor);
        const auto estimates = bootstrap(
            effects.size(), [&](auto drawn) { return mu_star_and_sigma(effects, drawn); }, options);
        all.push_back({estimates[0], estimates[1]});
    }
    return all;
}

}  // namespace zhaimao
