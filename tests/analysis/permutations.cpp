#include "engine/analysis/permutations.h"

#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "engine/analysis/shapley.h"
#include "engine/ensemble/summary.h"

using namespace zhaimao;

namespace {

std::vector<Player> players_named(std::initializer_list<const char*> ids) {
    std::vector<Player> players;
    for (const char* id : ids) players.push_back({id, {players.size()}});
    return players;
}

// Gains shrink the more are in, and the first two are worth more together.
double value(Coalition c) {
    const double members = std::popcount(c);
    return std::floor(1000.0 * std::sqrt(members)) + ((c & 3U) == 3U ? 500.0 : 0.0);
}

}  // namespace

TEST_CASE("gains along sampled orders add up to all minus none, exactly",
          "[analysis][permutations]") {
    const auto players = players_named({"a", "b", "c", "d", "e"});
    const std::vector<Order> orders = sampled_orders(players, 3, 2016, 1);
    const std::vector<double> shares = shapley_along(orders, value);
    double thirds = 0.0;
    for (const double share : shares) thirds += std::round(3.0 * share);
    CHECK(thirds == 3.0 * (value(all_of(5)) - value(0)));
}

TEST_CASE("orders are permutations, in pairs of an order and its reverse",
          "[analysis][permutations]") {
    const auto players = players_named({"a", "b", "c", "d", "e", "f", "g"});
    const std::vector<Order> orders = sampled_orders(players, 4, 2016, 5);
    REQUIRE(orders.size() == 4);
    for (Order order : orders) {
        std::sort(order.begin(), order.end());
        Order every(players.size());
        std::iota(every.begin(), every.end(), std::size_t{0});
        CHECK(order == every);
    }
    for (const std::size_t k : {1U, 3U})
        CHECK(std::equal(orders[k].begin(), orders[k].end(), orders[k - 1].rbegin()));
    CHECK(orders[0] != orders[2]);
    CHECK(sampled_orders(players, 4, 2016, 6) != orders);
    CHECK(coalitions_along(orders).size() <= 2 + 4 * 6);
    CHECK(coalitions_along(std::span(orders).first(1)).size() == 8);
}

TEST_CASE("one player more changes nothing in the order of the others",
          "[analysis][permutations]") {
    const auto few = players_named({"a", "b", "c", "d"});
    const auto more = players_named({"a", "b", "new", "c", "d"});
    for (std::uint32_t replicate = 1; replicate < 20; ++replicate) {
        const Order short_order = sampled_orders(few, 1, 7, replicate).front();
        const Order long_order = sampled_orders(more, 1, 7, replicate).front();
        std::vector<std::string> without, with;
        for (const std::size_t p : short_order) without.push_back(few[p].id);
        for (const std::size_t p : long_order)
            if (more[p].id != "new") with.push_back(more[p].id);
        CHECK(with == without);
    }
}

TEST_CASE("the mean over sampled orders is Shapley's share", "[analysis][permutations]") {
    const auto players = players_named({"a", "b", "c", "d", "e"});
    std::vector<double> values;
    for (Coalition c = 0; c <= all_of(5); ++c) values.push_back(value(c));
    const std::vector<double> exact = shapley(values);
    constexpr std::uint32_t replicates = 400;
    std::vector<std::vector<double>> sampled(5);
    for (std::uint32_t r = 1; r <= replicates; ++r) {
        const auto shares = shapley_along(sampled_orders(players, 2, 11, r), value);
        for (std::size_t p = 0; p < 5; ++p) sampled[p].push_back(shares[p]);
    }
    for (std::size_t p = 0; p < 5; ++p) {
        const Summary s = summarise(sampled[p]);
        CHECK(std::abs(s.mean - exact[p]) < 4.0 * s.mcse);
    }
}
