#include "engine/analysis/permutations.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "engine/core/contracts.h"
#include "engine/core/random/path_uniform.h"

namespace zhaimao {
namespace {

Order drawn_order(const std::vector<Player>& players, std::size_t number, std::uint64_t seed,
                  std::uint32_t replicate) {
    std::vector<double> place;
    for (const Player& player : players)
        place.push_back(
            path_uniform(seed, replicate, "decompose/" + std::to_string(number) + "/" + player.id));
    Order order(players.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return place[a] < place[b]; });
    return order;
}

}  // namespace

std::vector<Order> sampled_orders(const std::vector<Player>& players, std::size_t orders,
                                  std::uint64_t seed, std::uint32_t replicate) {
    std::vector<Order> sampled;
    for (std::size_t k = 0; k < orders; ++k) {
        const bool is_reverse = k % 2 == 1;
        sampled.push_back(is_reverse ? Order(sampled.back().rbegin(), sampled.back().rend())
                                     : drawn_order(players, k, seed, replicate));
    }
    return sampled;
}

std::vector<Coalition> coalitions_along(std::span<const Order> orders) {
    std::set<Coalition> passed{0};
    for (const Order& order : orders) {
        Coalition joined = 0;
        for (const std::size_t player : order) passed.insert(joined |= Coalition{1} << player);
    }
    return {passed.begin(), passed.end()};
}

std::vector<double> shapley_along(std::span<const Order> orders,
                                  const std::function<double(Coalition)>& value) {
    EXPECTS(!orders.empty());
    std::vector<double> shares(orders.front().size(), 0.0);
    for (const Order& order : orders) {
        Coalition joined = 0;
        double before = value(joined);
        for (const std::size_t player : order) {
            const double after = value(joined |= Coalition{1} << player);
            shares[player] += after - before;
            before = after;
        }
    }
    for (double& share : shares) share /= static_cast<double>(orders.size());
    return shares;
}

}  // namespace zhaimao
