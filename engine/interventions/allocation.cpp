#include "engine/interventions/allocation.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace zhaimao {
namespace {

std::vector<double> weights_of(const std::vector<std::int64_t>& counts) {
    return {counts.begin(), counts.end()};
}

// Counties in order of deadline, each served in full before the next.
std::vector<std::int64_t> nearest_first(std::int64_t total, const AllocationBasis& basis) {
    std::vector<std::size_t> order(basis.deadlines.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return basis.deadlines[a] < basis.deadlines[b];
    });
    std::vector<std::int64_t> shares(order.size(), 0);
    for (std::size_t county : order) {
        shares[county] = std::min(total, basis.eligible_units[county]);
        total -= shares[county];
    }
    return shares;
}

}  // namespace

std::vector<std::int64_t> largest_remainder(std::int64_t total, std::span<const double> weights) {
    double sum = 0.0;
    for (double w : weights) sum += w;
    std::vector<std::int64_t> shares(weights.size(), 0);
    if (!(sum > 0.0)) return shares;
    std::vector<double> remainder(weights.size());
    std::int64_t left = total;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double exact = static_cast<double>(total) * (weights[i] / sum);
        shares[i] = static_cast<std::int64_t>(std::floor(exact));
        remainder[i] = exact - std::floor(exact);
        left -= shares[i];
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainder[a] > remainder[b]; });
    for (std::size_t i = 0; left > 0; ++i, --left) ++shares[order[i % order.size()]];
    return shares;
}

std::int64_t first_share(std::int64_t total, std::span<const double> weights) {
    double sum = 0.0;
    for (double w : weights) sum += w;
    if (!(sum > 0.0)) return 0;
    const auto exact = [&](double w) { return static_cast<double>(total) * (w / sum); };
    const auto remainder = [&](double w) { return exact(w) - std::floor(exact(w)); };
    const double own = remainder(weights.front());
    std::int64_t left = total, before = 0;  // whole units left over; whose turn comes first
    for (double w : weights) {
        left -= static_cast<std::int64_t>(std::floor(exact(w)));
        before += remainder(w) > own ? 1 : 0;
    }
    const auto all = static_cast<std::int64_t>(weights.size());
    const std::int64_t more = left > before ? (left - before - 1) / all + 1 : 0;
    return static_cast<std::int64_t>(std::floor(exact(weights.front()))) + more;
}

std::int64_t whole_units(double share, std::int64_t of) {
    const double product = share * static_cast<double>(of);
    const double nearest = std::floor(product + 0.5);
    constexpr double rounding = 0x1p-51;  // of the share and of the product, relative
    const bool is_whole = std::abs(product - nearest) <= rounding * product;
    return static_cast<std::int64_t>(is_whole ? nearest : std::floor(product));
}

std::vector<std::int64_t> allocate(std::int64_t total, const Allocation& allocation,
                                   const AllocationBasis& basis) {
    switch (allocation.rule) {
        case AllocationRule::by_eligible:
            return largest_remainder(total, weights_of(basis.eligible_units));
        case AllocationRule::by_registered:
            return largest_remainder(total, weights_of(basis.registered_people));
        case AllocationRule::by_people:
            return largest_remainder(total, weights_of(basis.rural_people));
        case AllocationRule::nearest_deadline:
            return nearest_first(total, basis);
        case AllocationRule::weights:
            break;
    }
    return largest_remainder(total, allocation.weights);
}

}  // namespace zhaimao
