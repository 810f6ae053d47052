#include "engine/ensemble/summary.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/core/contracts.h"
#include "engine/core/math/math.h"
#include "engine/core/ordered_sum.h"

namespace zhaimao {

namespace {

double mean_of(std::span<const double> values) {
    return ordered_sum(values) / static_cast<double>(values.size());
}

double sd_of(std::span<const double> values, double mean) {
    const double squares = ordered_sum(
        0, values.size(), [&](std::size_t i) { return (values[i] - mean) * (values[i] - mean); });
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

}  // namespace

double quantile(std::span<const double> sorted, double p) {
    EXPECTS(!sorted.empty() && p >= 0.0 && p <= 1.0);
    const double at = static_cast<double>(sorted.size() - 1) * p;
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double low = sorted[below];
    return low + (at - static_cast<double>(below)) * (sorted[above] - low);
}

Summary summarise(std::span<const double> values) {
    std::vector<double> finite;
    finite.reserve(values.size());
    for (const double x : values) {
        if (std::isfinite(x)) finite.push_back(x);
    }
    Summary s;
    s.n = static_cast<std::int64_t>(finite.size());
    s.non_finite = static_cast<std::int64_t>(values.size() - finite.size());
    if (finite.empty()) return s;
    s.mean = mean_of(finite);
    if (finite.size() > 1) {
        s.sd = sd_of(finite, s.mean);
        s.mcse = s.sd / std::sqrt(static_cast<double>(finite.size()));
    }
    std::sort(finite.begin(), finite.end());
    s.q05 = quantile(finite, 0.05);
    s.q25 = quantile(finite, 0.25);
    s.q50 = quantile(finite, 0.50);
    s.q75 = quantile(finite, 0.75);
    s.q95 = quantile(finite, 0.95);
    return s;
}

Summary summarise(const Ensemble& ensemble, std::size_t cell) {
    return summarise(ensemble.row(cell));
}

Summary summarise_sum(const Ensemble& ensemble, std::span<const std::size_t> cells) {
    std::vector<std::vector<double>> rows;
    for (const std::size_t cell : cells) rows.push_back(ensemble.row(cell));
    std::vector<double> values(ensemble.replicates());
    for (std::size_t r = 0; r < values.size(); ++r)
        values[r] = ordered_sum(0, rows.size(), [&](std::size_t i) { return rows[i][r]; });
    return summarise(values);
}

NonFinite count_non_finite(const Ensemble& ensemble) {
    NonFinite found;
    for (std::size_t cell = 0; cell < ensemble.layout.size(); ++cell) {
        const std::vector<double> row = ensemble.row(cell);
        const auto broken =
            std::count_if(row.begin(), row.end(), [](double x) { return !std::isfinite(x); });
        found.values += broken;
        found.cells += broken > 0 ? 1 : 0;
    }
    return found;
}

Interval wilson(std::int64_t successes, std::int64_t trials, double level) {
    if (trials == 0) return {};
    const double n = static_cast<double>(trials);
    const double p = static_cast<double>(successes) / n;
    const double z = math::normal_quantile(0.5 + level / 2.0);
    const double z2 = z * z;
    const double middle = p + z2 / (2.0 * n);
    const double half = z * std::sqrt(p * (1.0 - p) / n + z2 / (4.0 * n * n));
    const double scale = 1.0 + z2 / n;
    // At the ends the bound is 0 or 1 exactly; rounding would leave 1e-17.
    return {successes == 0 ? 0.0 : (middle - half) / scale,
            successes == trials ? 1.0 : (middle + half) / scale};
}

}  // namespace zhaimao
