// What an ensemble says about one number: moments, quantiles, Monte Carlo error; and shares of
// replicates.
//
//   sd = sqrt(sum (x - mean)^2 / (n - 1)),   mcse = sd / sqrt(n)
//   quantile(p): type 7 of Hyndman and Fan (1996): linear between order statistics at (n - 1) p
//
// Sums are ordered (core/ordered_sum.h), so that they are the same bits everywhere. Values that are
// not finite are left out and counted. Model, section 5.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include "engine/ensemble/ensemble.h"

namespace zhaimao {

// Not a number where undefined: everything for n = 0, sd and mcse for n = 1.
struct Summary {
    static constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

    double mean = undefined;
    double sd = undefined;
    double q05 = undefined;
    double q25 = undefined;
    double q50 = undefined;
    double q75 = undefined;
    double q95 = undefined;
    double mcse = undefined;      // Monte Carlo standard error of the mean
    std::int64_t n = 0;           // finite values, which all of the above rest on
    std::int64_t non_finite = 0;  // values left out
};

[[nodiscard]] Summary summarise(std::span<const double> values);
[[nodiscard]] Summary summarise(const Ensemble& ensemble, std::size_t cell);
// Of what several cells add up to in each replicate.
[[nodiscard]] Summary summarise_sum(const Ensemble& ensemble, std::span<const std::size_t> cells);

// Sorted ascending, at least one value; p in [0, 1].
[[nodiscard]] double quantile(std::span<const double> sorted, double p);

struct NonFinite {
    std::int64_t values = 0;
    std::int64_t cells = 0;  // that hold at least one of them
};
[[nodiscard]] NonFinite count_non_finite(const Ensemble& ensemble);

struct Interval {
    double low = 0.0;
    double high = 1.0;
};

inline constexpr double confidence_level = 0.95;

// Score interval of a share (Wilson 1927); [0, 1] for no trials.
//
//   (p + z^2 / 2n -+ z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n)
[[nodiscard]] Interval wilson(std::int64_t successes, std::int64_t trials,
                              double level = confidence_level);

}  // namespace zhaimao
