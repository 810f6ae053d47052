#include "engine/core/prefix_select.h"

#include <catch2/catch.hpp>
#include <random>
#include <vector>

using namespace zhaimao;

namespace {

struct Item {
    int key = 0;
    int id = 0;
    std::int64_t units = 0;
};

constexpr auto by_key = [](const Item& a, const Item& b) {
    return a.key != b.key ? a.key < b.key : a.id < b.id;
};
constexpr auto units_of_item = [](const Item& i) { return i.units; };

std::vector<int> ids_of(std::span<const Item> items) {
    std::vector<int> ids;
    for (const Item& i : items) ids.push_back(i.id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::vector<int> sort_and_scan(std::vector<Item> items, std::int64_t capacity) {
    std::sort(items.begin(), items.end(), by_key);
    std::size_t served = 0;
    while (served < items.size() && items[served].units <= capacity)
        capacity -= items[served++].units;
    return ids_of(std::span(items).first(served));
}

// Few keys, so that ties abound; the rows in an order of their own.
std::vector<Item> random_items(std::mt19937& random, int n) {
    std::vector<Item> items;
    for (int id = 0; id < n; ++id)
        items.push_back(
            {static_cast<int>(random() % 9), id, static_cast<std::int64_t>(random() % 6)});
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random() % i]);
    return items;
}

}  // namespace

TEST_CASE("selection serves whom sorting and scanning serves", "[core][prefix_select]") {
    std::mt19937 random(2016);
    for (int trial = 0; trial < 2000; ++trial) {
        std::vector<Item> items = random_items(random, static_cast<int>(random() % 200));
        std::int64_t all = 0;
        for (const Item& i : items) all += i.units;
        const auto capacity =
            static_cast<std::int64_t>(random() % static_cast<std::uint32_t>(all + 10));
        const std::vector<int> expected = sort_and_scan(items, capacity);
        const std::size_t served = select_prefix(std::span(items), capacity, by_key, units_of_item);
        REQUIRE(ids_of(std::span(items).first(served)) == expected);
    }
}

TEST_CASE("the result does not depend on the order of rows, even where all keys tie",
          "[core][prefix_select]") {
    std::mt19937 random(7);
    std::vector<Item> items;
    for (int id = 0; id < 500; ++id) items.push_back({0, id, 1 + id % 3});
    const std::vector<int> expected = sort_and_scan(items, 300);
    for (int trial = 0; trial < 20; ++trial) {
        for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random() % i]);
        const std::size_t served = select_prefix(std::span(items), 300, by_key, units_of_item);
        CHECK(ids_of(std::span(items).first(served)) == expected);
    }
}

TEST_CASE("the first that does not fit ends the service", "[core][prefix_select]") {
    std::vector<Item> items{{3, 0, 1}, {1, 1, 2}, {2, 2, 5}};
    CHECK(select_prefix(std::span(items), 3, by_key, units_of_item) == 1);  // 2, then 5 is too much
    CHECK(items[0].id == 1);
    CHECK(select_prefix(std::span(items), 8, by_key, units_of_item) == 3);
    CHECK(select_prefix(std::span(items), 1, by_key, units_of_item) == 0);
    CHECK(select_prefix(std::span(items).first(0), 8, by_key, units_of_item) == 0);
}
