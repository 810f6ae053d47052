// Published examples that several tests of measures use.
#pragma once

#include <vector>

#include "engine/core/math/math.h"
#include "engine/population/measures/distribution.h"

namespace examples {

using zhaimao::measures::Distribution;

inline Distribution of(const std::vector<double>& incomes, const std::vector<double>& people = {}) {
    return Distribution(incomes, people);
}

// R package ineq.
inline const std::vector<double> ineq_x{541,  1463, 2445, 3438,  4437,
                                        5401, 6392, 8304, 11904, 22261};
inline const std::vector<double> ineq_y{841,  2063, 2445, 3438,  4437,
                                        5401, 6392, 8304, 11304, 21961};
// World Bank, Handbook on poverty and inequality, chapters 4 and 6.
inline const std::vector<double> handbook_4{100, 110, 150, 160};
inline const std::vector<double> handbook_6{10, 15, 20, 25, 40, 20, 30, 35, 45, 90};

constexpr double printed = 0.6e-7;  // rounding of a value given with seven decimals

// exp(mu + s z) at the middles of n equal steps of probability: a log-normal without luck.
inline std::vector<double> log_normal(std::size_t n, double mu, double s) {
    std::vector<double> y;
    for (std::size_t i = 0; i < n; ++i) {
        const double p = (static_cast<double>(i) + 0.5) / static_cast<double>(n);
        y.push_back(zhaimao::math::exp(mu + s * zhaimao::math::normal_quantile(p)));
    }
    return y;
}

}  // namespace examples
