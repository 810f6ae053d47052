// Rationing by selection where keys are whole numbers: whom a capacity serves, lowest keys first.
//
//   order:   by key, equal keys by position (so positions should follow identity)
//   served:  the longest run from the start of the order whose units add up to at most the capacity
//
// O(n) whatever the keys: units are added up over equal ranges of keys, and the range in which the
// capacity ends is divided again until few are left in it. Nothing is moved and nobody is listed:
// the served are those before an end. prefix_select.h is for keys that are only compared.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace zhaimao {

template <class Key>
struct KeyPlace {
    Key key{};
    std::uint32_t position = 0;

    friend auto operator<=>(const KeyPlace&, const KeyPlace&) = default;
};

template <class Key>
struct KeySelection {
    bool all = true;                  // everybody is served: there is no end
    KeyPlace<Key> end{};              // the first in order who is not served
    std::int64_t units = 0;           // of the served, together
    std::vector<KeyPlace<Key>> next;  // from the end on, in order: as many as were asked for

    [[nodiscard]] bool serves(Key key, std::uint32_t position) const {
        return all || KeyPlace<Key>{key, position} < end;
    }
};

// Of keys[i], who takes units[i] (none negative). `ahead`: how many after the served are wanted.
// For 32-bit keys with units of a byte, and for 64-bit keys with units of 32 bits.
template <class Key, class Unit>
[[nodiscard]] KeySelection<Key> select_by_key(std::span<const Key> keys,
                                              std::span<const Unit> units, std::int64_t capacity,
                                              std::size_t ahead = 0);

}  // namespace zhaimao
