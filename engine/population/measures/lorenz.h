// The Lorenz curve, and what is read off it: shares of tenths, group means, Gini, Hoover.
//
//   L(p) = income of the poorest share p of people over all income, linear between households
//   Gini = 1 - sum of w_i (S_{i-1} + S_i) / (N S_n),   S_i = w_1 y_1 + ... + w_i y_i
//   Hoover = sum of w |y - mean| / (2 N mean)
//
// The Gini is the n form (half the mean absolute difference over the mean, each person compared
// with herself too; the n - 1 form is n / (n - 1) as large). Incomes under zero are admitted, and
// then a Gini may exceed 1; where all income together is not above zero, shares, Gini and Hoover
// are 0. Lorenz (1905); Gini (1914); Hoover (1936).
#pragma once

#include <vector>

#include "engine/population/measures/distribution.h"

namespace zhaimao::measures {

// L(0), L(1 / groups), ..., L(1): groups + 1 numbers.
[[nodiscard]] std::vector<double> lorenz_points(const Distribution& d, std::size_t groups);

// Income shares of equal groups of people, the poorest first: 10 groups are tenths. A household
// that stands on a border is divided.
[[nodiscard]] std::vector<double> group_shares(const Distribution& d, std::size_t groups);

// Mean income of the same groups.
[[nodiscard]] std::vector<double> group_means(const Distribution& d, std::size_t groups);

[[nodiscard]] double gini(const Distribution& d);
// Among those under the line alone, as in the index of Sen (1976).
[[nodiscard]] double gini_of_poor(const Distribution& d, double line);
[[nodiscard]] double hoover(const Distribution& d);

}  // namespace zhaimao::measures
