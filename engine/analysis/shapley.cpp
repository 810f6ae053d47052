#include "engine/analysis/shapley.h"

#include <bit>

#include "engine/core/contracts.h"

namespace zhaimao {
namespace {

double factorial(std::size_t n) {
    double product = 1.0;
    for (std::size_t i = 2; i <= n; ++i) product *= static_cast<double>(i);
    return product;
}

}  // namespace

std::vector<double> shapley(std::span<const double> values) {
    constexpr std::size_t most = 12;
    EXPECTS(std::has_single_bit(values.size()) && values.size() > 1 &&
            values.size() <= std::size_t{1} << most);
    const auto n = static_cast<std::size_t>(std::bit_width(values.size()) - 1);
    std::vector<double> shares(n, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t self = std::size_t{1} << i;
        for (std::size_t s = 0; s < values.size(); ++s) {
            if ((s & self) != 0) continue;
            const auto size = static_cast<std::size_t>(std::popcount(s));
            shares[i] += factorial(size) * factorial(n - size - 1) * (values[s | self] - values[s]);
        }
        shares[i] /= factorial(n);
    }
    return shares;
}

}  // namespace zhaimao
