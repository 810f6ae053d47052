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

// The last range that is needed to see at least so many units after those of `range`.
template <class Key>
std::size_t range_after(const Ranges<Key>& ranges, std::size_t range, std::size_t units) {
    std::int64_t seen = 0;
    while (seen < static_cast<std::int64_t>(units) && range < ranges.of(ranges.high))
        seen += ranges.units[++range];
    return range;
}

// `near`: all places up to `last`, some of them before `end`. Units are not heads: further ranges
// are taken in until there are enough.
template <class Key>
std::vector<KeyPlace<Key>> next_from(const KeyPlace<Key>& end, std::vector<KeyPlace<Key>> near,
                                     std::size_t last, std::span<const Key> keys,
                                     const Ranges<Key>& ranges, std::size_t ahead) {
    const auto drop_served = [&] {
        std::erase_if(near, [&](const KeyPlace<Key>& place) { return place < end; });
        return near.size();
    };
    for (std::size_t more = ahead; drop_served() < ahead && last < ranges.of(ranges.high);
         more *= 2) {
        last = range_after(ranges, last, more);
        near = places_between(keys, end.key, ranges.last(last));
    }
    const std::size_t count = std::min(ahead, near.size());
    std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(count), near.end());
    near.resize(count);
    return near;
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
        const std::size_t last = range_after(ranges, range, ahead);
        std::vector<KeyPlace<Key>> near =
            places_between(keys, ranges.first(range), ranges.last(last));
        std::vector<KeyPlace<Key>> within = near;
        std::erase_if(within, [&](const auto& place) { return place.key > ranges.last(range); });
        KeySelection<Key> s = select_among(std::move(within), units, capacity - before);
        s.units += before;
        if (ahead > 0) s.next = next_from(s.end, std::move(near), last, keys, ranges, ahead);
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
