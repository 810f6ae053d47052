#include "engine/population/whole_weights.h"

#include <cmath>

namespace zhaimao {

// The fraction is carried apart from the whole part, so that it stays exact to 1e-16 however large
// the sum.
std::vector<std::uint32_t> whole_weights(std::span<const double> weights, double uniform) {
    std::vector<std::uint32_t> whole;
    whole.reserve(weights.size());
    double carried = uniform;
    for (const double weight : weights) {
        const double sum = carried + weight;
        const double floor = std::floor(sum);
        whole.push_back(static_cast<std::uint32_t>(floor));
        carried = sum - floor;
    }
    return whole;
}

}  // namespace zhaimao
