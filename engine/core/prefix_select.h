// Rationing by selection: which items are served when they are taken in order until the first does
// not fit.
//
// Selection instead of sorting: O(n) expected. The order must be total (ties broken by identity),
// or the result would depend on the order of rows.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace zhaimao {

// Reorders `items` so that the served ones stand first, in no particular order, and returns how
// many they are. Served: the longest prefix, in the order of `less`, whose units add up to at most
// `capacity`.
template <class T, class Less, class Units>
std::size_t select_prefix(std::span<T> items, std::int64_t capacity, Less less, Units units) {
    constexpr std::size_t small_enough_to_sort = 32;
    std::int64_t all = 0;
    for (const T& item : items) all += units(item);
    if (all <= capacity) return items.size();
    std::size_t low = 0;
    std::size_t high = items.size();
    while (high - low > small_enough_to_sort) {
        const std::size_t middle = low + (high - low) / 2;
        std::nth_element(items.begin() + static_cast<std::ptrdiff_t>(low),
                         items.begin() + static_cast<std::ptrdiff_t>(middle),
                         items.begin() + static_cast<std::ptrdiff_t>(high), less);
        std::int64_t sum = 0;
        for (std::size_t i = low; i < middle; ++i) sum += units(items[i]);
        if (sum <= capacity) {
            capacity -= sum;
            low = middle;
        } else {
            high = middle;
        }
    }
    std::sort(items.begin() + static_cast<std::ptrdiff_t>(low),
              items.begin() + static_cast<std::ptrdiff_t>(high), less);
    while (low < high && units(items[low]) <= capacity) capacity -= units(items[low++]);
    return low;
}

}  // namespace zhaimao
