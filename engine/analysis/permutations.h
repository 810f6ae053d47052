// Shapley's shares of many players, from a sample of the orders in which they may join.
//
//   phi_i = mean over the sampled orders of v(those before i, and i) - v(those before i)
//
// Unbiased, and the gains along each order add up to v(all) - v(none): whole values give whole
// gains, which are summed before the division. Orders come in pairs, each followed by its reverse
// (antithetic: who gains much where first gains little where last). Castro, Gomez and Tejada,
// Polynomial calculation of the Shapley value based on sampling, 2009; Mitchell, Cooper, Frank and
// Holmes, Sampling permutations for Shapley value estimation, 2022.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "engine/analysis/players.h"

namespace zhaimao {

using Order = std::vector<std::size_t>;  // players, the first to join first

// Drawn by (seed, replicate, number of the order, player's id): another player more or less changes
// nothing in the order of the others.
[[nodiscard]] std::vector<Order> sampled_orders(const std::vector<Player>& players,
                                                std::size_t orders, std::uint64_t seed,
                                                std::uint32_t replicate);

// Those that the orders pass through, none and all included: ascending, each once.
[[nodiscard]] std::vector<Coalition> coalitions_along(std::span<const Order> orders);

// By player.
[[nodiscard]] std::vector<double> shapley_along(std::span<const Order> orders,
                                                const std::function<double(Coalition)>& value);

}  // namespace zhaimao
