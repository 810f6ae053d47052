#include "engine/core/key_select.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <random>
#include <type_traits>
#include <vector>

using namespace zhaimao;

namespace {

template <class Key, class Unit>
struct Queue {
    std::vector<Key> keys;
    std::vector<Unit> units;

    [[nodiscard]] KeySelection<Key> select(std::int64_t capacity, std::size_t ahead = 0) const {
        return select_by_key(std::span(keys), std::span(units), capacity, ahead);
    }
    [[nodiscard]] std::int64_t all_units() const {
        std::int64_t sum = 0;
        for (const Unit u : units) sum += u;
        return sum;
    }
};

using Narrow = Queue<std::uint32_t, std::uint8_t>;
using Wide = Queue<std::uint64_t, std::int32_t>;

// By definition: everybody in order, until the first that does not fit.
template <class Key, class Unit>
void require_as_sorted(const Queue<Key, Unit>& queue, std::int64_t capacity, std::size_t ahead) {
    std::vector<KeyPlace<Key>> order;
    for (std::uint32_t i = 0; i < queue.keys.size(); ++i) order.push_back({queue.keys[i], i});
    std::sort(order.begin(), order.end());
    std::size_t served = 0;
    std::int64_t units = 0;
    while (served < order.size() && units + queue.units[order[served].position] <= capacity)
        units += queue.units[order[served++].position];

    const KeySelection<Key> s = queue.select(capacity, ahead);
    REQUIRE(s.all == (served == order.size()));
    REQUIRE(s.units == units);
    std::size_t astray = 0;
    for (std::size_t i = 0; i < order.size(); ++i)
        astray += s.serves(order[i].key, order[i].position) != (i < served) ? 1 : 0;
    REQUIRE(astray == 0);
    if (!s.all) REQUIRE(s.end == order[served]);
    const auto left = order.begin() + static_cast<std::ptrdiff_t>(served);
    const std::size_t next = s.all ? 0 : std::min(ahead, order.size() - served);
    REQUIRE(s.next == std::vector<KeyPlace<Key>>(left, left + static_cast<std::ptrdiff_t>(next)));
}

// Keys of one kind each: spread, few values, close together with strays, one value.
template <class Key>
Key random_key(std::mt19937_64& random, std::uint64_t kind) {
    constexpr Key highest = std::numeric_limits<Key>::max();
    const auto any = static_cast<Key>(random());
    if (kind == 0) return any;
    if (kind == 1) return highest - any % 5;
    if (kind == 2) return random() % 50 == 0 ? any : highest / 3 + any % 1000;
    return 17;
}

template <class Q>
Q random_queue(std::mt19937_64& random, std::size_t n, std::uint64_t kind) {
    Q queue;
    using Key = typename decltype(queue.keys)::value_type;
    using Unit = typename decltype(queue.units)::value_type;
    for (std::size_t i = 0; i < n; ++i) {
        queue.keys.push_back(random_key<Key>(random, kind));
        queue.units.push_back(static_cast<Unit>(random() % 6));
    }
    return queue;
}

}  // namespace

TEMPLATE_TEST_CASE("keys serve whom sorting and scanning serves", "[core][key_select]", Narrow,
                   Wide) {
    std::mt19937_64 random(2016);
    for (const std::size_t most : {3U, 32U, 33U, 200U, 5000U})
        for (int trial = 0; trial < 60; ++trial) {
            const auto queue = random_queue<TestType>(random, random() % (most + 1), random() % 4);
            const auto capacity = static_cast<std::int64_t>(
                random() % static_cast<std::uint64_t>(queue.all_units() + 5));
            require_as_sorted(queue, capacity, random() % 3 == 0 ? random() % 300 : 0);
        }
}

TEMPLATE_TEST_CASE("nothing to give serves only those who take nothing, plenty serves everybody",
                   "[core][key_select]", Narrow, Wide) {
    std::mt19937_64 random(7);
    for (const std::size_t n : {0U, 1U, 2U, 32U, 1000U})
        for (std::uint64_t kind = 0; kind < 4; ++kind) {
            const auto queue = random_queue<TestType>(random, n, kind);
            for (const std::int64_t capacity : {std::int64_t{-1}, std::int64_t{0}})
                require_as_sorted(queue, capacity, 10);
            for (const std::int64_t less : {1, 0, -1})
                require_as_sorted(queue, queue.all_units() - less, 10);
            CHECK(queue.select(std::numeric_limits<std::int64_t>::max()).all);
        }
}

TEST_CASE("the first who does not fit ends the service, equal keys in order of position",
          "[core][key_select]") {
    const Wide queue{{3, 1, 2, 1}, {1, 2, 5, 2}};
    const auto ends_at = [&](std::int64_t capacity) { return queue.select(capacity).end.position; };
    CHECK(ends_at(1) == 1);
    CHECK(ends_at(3) == 3);
    CHECK(ends_at(8) == 2);  // position 0 would fit
    CHECK(queue.select(9).units == 9);
    CHECK(queue.select(10).all);
    CHECK(queue.select(3, 2).next == std::vector<KeyPlace<std::uint64_t>>{{1, 3}, {2, 2}});
}

TEST_CASE("64-bit keys that differ in their lowest bits, and extremes", "[core][key_select]") {
    Wide queue;
    constexpr std::uint64_t highest = std::numeric_limits<std::uint64_t>::max();
    for (std::uint64_t i = 0; i < 3000; ++i) {
        queue.keys.push_back(i % 1000 == 7 ? (i < 1000 ? 0 : highest) : highest / 2 + i * 7 % 3000);
        queue.units.push_back(1);
    }
    for (const std::int64_t capacity : {0, 1, 2, 1500, 2997, 2998, 2999, 3000})
        require_as_sorted(queue, capacity, 40);
}
