// Fractional weights become whole by systematic rounding: one uniform number, taken up in turn.
//
//   whole_i = floor(W_i + u) - floor(W_{i-1} + u),   W_i = w_1 + ... + w_i,  u uniform in [0, 1)
//
// Each whole_i is w_i rounded down or up, w_i on average over u; the sum of any run of consecutive
// rows, so of all, is within one of that of their weights. Madow (1949).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace zhaimao {

// Weights are finite and not negative.
[[nodiscard]] std::vector<std::uint32_t> whole_weights(std::span<const double> weights,
                                                       double uniform);

}  // namespace zhaimao
