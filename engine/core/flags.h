// Flags of a list, set in a loop that takes several at a time; then the few that are set are looked
// at one by one.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace zhaimao {

using FlagColumn = std::vector<std::uint8_t>;  // 0 or 1 each

// Calls f(i) for every flag that is set, ascending; eight clear ones are passed over at a time.
template <class F>
void for_each_set(std::span<const std::uint8_t> flags, F f) {
    constexpr std::size_t at_once = 8;
    for (std::size_t at = 0; at < flags.size(); at += at_once) {
        std::uint64_t word = 0;
        std::memcpy(&word, flags.data() + at, std::min(at_once, flags.size() - at));
        for (; word != 0; word &= word - 1)
            f(at + static_cast<std::size_t>(std::countr_zero(word)) / at_once);
    }
}

// The places of the flags that are set, ascending. Without a branch: chance would mislead it.
inline void list_set(std::span<const std::uint8_t> flags, std::vector<std::uint32_t>& places) {
    places.resize(flags.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < flags.size(); ++i) {
        places[count] = static_cast<std::uint32_t>(i);
        count += flags[i];
    }
    places.resize(count);
}

}  // namespace zhaimao
