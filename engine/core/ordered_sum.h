// Sums that depend on the order of their elements and on nothing else: not on threads, on the
// compiler's choice of vectors, or on how the elements were produced.
//
//   leaf:  up to 128 elements, element i in lane i mod 8, then the tree of the lanes
//   above: the sum of n elements is that of the first half (whole leaves) plus that of the rest
//
// Error at most about (16 + log2(n / 128)) u sum |x|, u = 2^-53; a plain loop has (n - 1) u. Higham
// (2002), "Accuracy and stability of numerical algorithms", section 4.2.
#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace zhaimao {

// ((l0 + l4) + (l2 + l6)) + ((l1 + l5) + (l3 + l7)) for eight lanes; N is a power of two.
template <std::size_t N>
[[nodiscard]] constexpr double tree_sum(std::array<double, N> lanes) {
    static_assert(N > 0 && (N & (N - 1)) == 0);
    for (std::size_t step = N / 2; step > 0; step /= 2)
        for (std::size_t i = 0; i < step; ++i) lanes[i] += lanes[i + step];
    return lanes[0];
}

// Sum of value(i) for i in [first, last), called once for each i in order.
template <class Value>
[[nodiscard]] constexpr double ordered_sum(std::size_t first, std::size_t last,
                                           const Value& value) {
    constexpr std::size_t lane_count = 8, leaf = 128;
    const std::size_t n = last - first;
    if (n > leaf) {
        const std::size_t middle = first + (n / 2 + leaf - 1) / leaf * leaf;
        const double front = ordered_sum(first, middle, value);
        return front + ordered_sum(middle, last, value);
    }
    std::array<double, lane_count> lanes{};
    for (std::size_t i = 0; i < n; ++i) lanes[i % lane_count] += value(first + i);
    return tree_sum(lanes);
}

[[nodiscard]] constexpr double ordered_sum(std::span<const double> values) {
    return ordered_sum(0, values.size(), [&](std::size_t i) { return values[i]; });
}

}  // namespace zhaimao
