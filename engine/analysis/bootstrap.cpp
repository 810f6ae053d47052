#include "engine/analysis/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/random/draws.h"

namespace zhaimao {
namespace {

Interval percentiles(std::vector<double>& values) {
    std::erase_if(values, [](double v) { return !std::isfinite(v); });
    if (values.empty()) return {Summary::undefined, Summary::undefined};
    std::sort(values.begin(), values.end());
    const double tail = 0.5 * (1.0 - confidence_level);
    return {quantile(values, tail), quantile(values, 1.0 - tail)};
}

}  // namespace

std::vector<Estimate> bootstrap(std::size_t rows, const Estimator& estimator,
                                const Bootstrap& options) {
    std::vector<std::size_t> drawn(rows);
    std::iota(drawn.begin(), drawn.end(), std::size_t{0});
    std::vector<Estimate> estimates;
    for (const double value : estimator(drawn)) estimates.push_back({value});
    if (rows < fewest_rows) return estimates;
    const Draws draws(options.seed, 0);
    const Purpose purpose("bootstrap");
    std::vector<std::vector<double>> again(estimates.size());
    for (std::size_t b = 0; b < options.resamples; ++b) {
        for (std::size_t r = 0; r < rows; ++r)
            drawn[r] =
                static_cast<std::size_t>(draws.uniform(static_cast<std::uint32_t>(r),
                                                       static_cast<std::uint32_t>(b), 0, purpose) *
                                         static_cast<double>(rows));
        const std::vector<double> values = estimator(drawn);
        for (std::size_t i = 0; i < values.size(); ++i) again[i].push_back(values[i]);
    }
    for (std::size_t i = 0; i < estimates.size(); ++i)
        estimates[i].confidence = percentiles(again[i]);
    return estimates;
}

}  // namespace zhaimao
