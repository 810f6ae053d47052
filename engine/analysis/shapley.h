// Shapley's shares of a whole among players: each player's gain over all orders in which they may
// join, on average.
//
//   phi_i = sum over S without i of |S|! (n - |S| - 1)! / n!  (v(S + i) - v(S))
//
// They add up to v(all) - v(none) exactly: weighted gains are summed before the division by n!, so
// with whole v each n! phi is whole, too. Shapley, A value for n-person games, 1953.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace zhaimao {

// `values` by coalition: bit i of the index says that player i is in; 2^n of them, n from 1 to 12.
[[nodiscard]] std::vector<double> shapley(std::span<const double> values);

}  // namespace zhaimao
