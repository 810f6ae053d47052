#include "engine/population/raking.h"

#include <cmath>

namespace zhaimao {
namespace {

struct Totals {
    std::vector<double> by_category;
    double all = 0.0;
};

Totals totals_of(const RakeMargin& margin, const std::vector<double>& weights) {
    Totals totals{std::vector<double>(margin.targets.size(), 0.0), 0.0};
    for (std::size_t row = 0; row < weights.size(); ++row)
        if (margin.category[row] != RakeMargin::outside)
            totals.by_category[margin.category[row]] += weights[row] * margin.counts[row];
    for (const double sum : totals.by_category) totals.all += sum;
    return totals;
}

bool is_off(double reached, double target, double tolerance) {
    return target == 0.0 ? reached != 0.0 : !(std::abs(reached / target - 1.0) <= tolerance);
}

// One step: adds what is off before it, then fits the margin.
void fit(std::vector<double>& weights, const RakeMargin& margin, std::size_t index,
         double tolerance, std::vector<OffTarget>& off) {
    const Totals totals = totals_of(margin, weights);
    std::vector<double> factor(margin.targets.size(), 1.0);
    for (std::size_t k = 0; k < factor.size(); ++k) {
        const double scale = margin.of_total ? totals.all : 1.0;
        const double reached = totals.by_category[k];
        const double target = margin.targets[k] * scale;
        const bool no_support = reached == 0.0 && target > 0.0;
        if (no_support || is_off(reached, target, tolerance))
            off.push_back(
                {index, k, margin.targets[k], scale > 0.0 ? reached / scale : 0.0, no_support});
        if (reached > 0.0) factor[k] = target / reached;
    }
    for (std::size_t row = 0; row < weights.size(); ++row)
        if (margin.category[row] != RakeMargin::outside)
            weights[row] *= factor[margin.category[row]];
}

bool any_without_support(const std::vector<OffTarget>& off) {
    for (const OffTarget& o : off)
        if (o.no_support) return true;
    return false;
}

}  // namespace

RakeResult rake(std::vector<double> weights, const std::vector<RakeMargin>& margins,
                const RakeLimits& limits) {
    RakeResult result{std::move(weights), 0, {}};
    while (result.iterations < limits.iterations) {
        ++result.iterations;
        result.off.clear();
        for (std::size_t m = 0; m < margins.size(); ++m)
            fit(result.weights, margins[m], m, limits.tolerance, result.off);
        if (result.off.empty() || any_without_support(result.off)) break;
    }
    return result;
}

}  // namespace zhaimao
