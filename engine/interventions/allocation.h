// A city's capacity divided among its counties, in whole units. Model, section 3 A.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/interventions/intervention.h"

namespace zhaimao {

// What the rules look at, by county in order of code.
struct AllocationBasis {
    std::vector<std::int64_t> eligible_units;  // in the unit of the capacity
    std::vector<std::int64_t> registered_people;
    std::vector<std::int64_t> rural_people;
    std::vector<int> deadlines;
};

// Shares of `total` in proportion to weights: whole parts first, then the largest remainders, ties
// in order of county. Sums to `total` unless all weights are zero, when every share is zero.
[[nodiscard]] std::vector<std::int64_t> largest_remainder(std::int64_t total,
                                                          std::span<const double> weights);

// The first of those shares, without the others: for money that is divided county by county.
[[nodiscard]] std::int64_t first_share(std::int64_t total, std::span<const double> weights);

// Whole units in a share of a number. A product that rounding left just under a whole number is
// that number: 29 % of 100 is 29, though 0.29 x 100 is 28.999... in binary.
[[nodiscard]] std::int64_t whole_units(double share, std::int64_t of);

[[nodiscard]] std::vector<std::int64_t> allocate(std::int64_t total, const Allocation& allocation,
                                                 const AllocationBasis& basis);

}  // namespace zhaimao
