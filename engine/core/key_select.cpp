#include "engine/core/key_select.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "engine/core/contracts.h"

namespace zhaimao {
namespace {

constexpr std::size_t few = 32;  // so many are sorted at once
constexpr int most_range_bits = 10;

// About as many ranges as keys.
int range_bits(std::size_t keys) {
    return std::min(most_range_bits, static_cast<int>(std::bit_width(keys)));
}

// Units by equal ranges of keys, from the lowest key to the highest.
template <class Key>
struct Ranges {
    Key low, high;
    int shift = 0;
    std::vector<std::int64_t> units;

    Ranges(Key lowest, Key highest, std::size_t keys) : low(lowest), high(highest) {
        const int bits = range_bits(keys);
        shift = std::max(0, static_cast<int>(std::bit_width(Key(high - low))) - bits);
        units.resize(std::size_t{1} << bits);
    }
    [[nodiscard]] std::size_t of(Key key) const {
        return static_cast<std::size_t>(Key(key - low) >> shift);
    }
    [[nodiscard]] Key first(std::size_t range) const { return low + (Key(range) << shift); }
    [[nodiscard]] Key last(std::size_t range) const {
        return range >= of(high) ? high : first(range + 1) - 1;
    }
};

template <class Key, class Unit>
Ranges<Key> ranges_of(std::span<const Key> keys, std::span<const Unit> units) {
    Key low = keys[0];
    Key high = keys[0];
    for (const Key key : keys) low = std::min(low, key);
    for (const Key key : keys) high = std::max(high, key);
    Ranges<Key> ranges(low, high, keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) ranges.units[ranges.of(keys[i])] += units[i];
    return ranges;
}

template <class Key>
std::vector<KeyPlace<Key>> places_between(std::span<const Key> keys, Key low, Key high) {
    std::vector<KeyPlace<Key>> places;
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (Key(keys[i] - low) <= Key(high - low))
            places.push_back({keys[i], static_cast<std::uint32_t>(i)});
    return places;
}

template <class Key, class Unit>
KeySelection<Key> sort_and_serve(std::vector<KeyPlace<Key>> places, std::span<const Unit> units,
                                 std::int64_t capacity, std::size_t ahead) {
    KeySelection<Key> s;
    std::sort(places.begin(), places.end());
    auto place = places.begin();
    for (; place != places.end() && s.units + units[place->position] <= capacity; ++place)
        s.units += units[place->position];
    if (place == places.end()) return s;
    s.all = false;
    s.end = *place;
    s.next.assign(place, place + std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(ahead),
                                                          places.end() - place));
    return s;
}

// The same among some of all: `places` are in order of position.
template <class Key, class Unit>
KeySelection<Key> select_among(std::vector<KeyPlace<Key>> places, std::span<const Unit> units,
                               std::int64_t capacity) {
    const auto by_key = [](const auto& a, const auto& b) { return a.key < b.key; };
    const auto [low, high] = std::minmax_element(places.begin(), places.end(), by_key);
    if (places.size() <= few || low->key == high->key)
        return sort_and_serve(std::move(places), units, capacity, 0);
    std::vector<Key> keys;
    std::vector<Unit> some_units;
    for (const KeyPlace<Key>& place : places) {
        keys.push_back(place.key);
        some_units.push_back(units[place.position]);
    }
    KeySelection<Key> s =
        select_by_key(std::span<const Key>(keys), std::span<const Unit>(some_units), capacity);
    s.end.position = places[s.end.position].position;
    return s;
}

// From `end` on, in order. Ranges after its own are taken in until they hold enough units, at first
// as many as heads.
template <class Key>
std::vector<KeyPlace<Key>> next_from(const KeyPlace<Key>& end, std::span<const Key> keys,
                                     const Ranges<Key>& ranges, std::size_t ahead) {
    std::size_t range = ranges.of(end.key);
    std::vector<KeyPlace<Key>> next;
    for (auto wanted = static_cast<std::int64_t>(ahead);; wanted *= 2) {
        std::int64_t units = 0;
        while (units < wanted && range < ranges.of(ranges.high)) units += ranges.units[++range];
        next = places_between(keys, end.key, ranges.last(range));
        std::erase_if(next, [&](const KeyPlace<Key>& place) { return place < end; });
        if (next.size() >= ahead || range == ranges.of(ranges.high)) break;
    }
    const std::size_t count = std::min(ahead, next.size());
    std::partial_sort(next.begin(), next.begin() + static_cast<std::ptrdiff_t>(count), next.end());
    next.resize(count);
    return next;
}

}  // namespace

template <class Key, class Unit>
KeySelection<Key> select_by_key(std::span<const Key> keys, std::span<const Unit> units,
                                std::int64_t capacity, std::size_t ahead) {
    EXPECTS(keys.size() == units.size() &&
            keys.size() <= std::numeric_limits<std::uint32_t>::max());
    constexpr Key highest = std::numeric_limits<Key>::max();
    if (keys.size() <= few)
        return sort_and_serve(places_between(keys, Key{0}, highest), units, capacity, ahead);
    const Ranges<Key> ranges = ranges_of(keys, units);
    std::int64_t before = 0;
    for (std::size_t range = 0; range <= ranges.of(ranges.high); ++range) {
        if (before + ranges.units[range] <= capacity) {
            before += ranges.units[range];
            continue;
        }
        KeySelection<Key> s =
            select_among(places_between(keys, ranges.first(range), ranges.last(range)), units,
                         capacity - before);
        s.units += before;
        if (ahead > 0) s.next = next_from(s.end, keys, ranges, ahead);
        return s;
    }
    return {true, {}, before, {}};
}

template KeySelection<std::uint32_t> select_by_key(std::span<const std::uint32_t>,
                                                   std::span<const std::uint8_t>, std::int64_t,
                                                   std::size_t);
template KeySelection<std::uint64_t> select_by_key(std::span<const std::uint64_t>,
                                                   std::span<const std::int32_t>, std::int64_t,
                                                   std::size_t);

}  // namespace zhaimao
