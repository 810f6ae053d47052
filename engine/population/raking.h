// Raking: weights that reproduce margins, by iterative proportional fitting.
//
//   w_i <- w_i * target_k / sum over category k of w_j a_j     for each category, margin by margin
//
// a is what a margin counts: 1 (households) or a household's people. In the limit each weight is
// its first value times one factor a category, the table nearest to the first one in
// Kullback-Leibler divergence where all margins count the same. Convergence: no category is further
// from its target than `tolerance` (relative) when its turn comes. Margins that contradict each
// other never get there: those still off are named. Deming and Stephan (1940); Ireland and Kullback
// (1968). Sums run in the order of the rows.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace zhaimao {

struct RakeMargin {
    static constexpr std::uint16_t outside = std::numeric_limits<std::uint16_t>::max();

    std::string name;
    std::vector<std::string> categories;
    std::vector<double> targets;          // [category]
    bool of_total = false;                // targets are shares of what the margin counts in all
    std::vector<std::uint16_t> category;  // [row], or `outside`: the margin leaves it alone
    std::vector<double> counts;           // [row], the a above
};

// A category that is off its target.
struct OffTarget {
    std::size_t margin = 0;
    std::size_t category = 0;
    double target = 0.0;      // as declared: an amount, or a share
    double reached = 0.0;     // in the same terms
    bool no_support = false;  // no row of the category has a weight
};

struct RakeResult {
    std::vector<double> weights;
    int iterations = 0;
    std::vector<OffTarget> off;  // empty: converged
};

struct RakeLimits {
    double tolerance = 0.0;  // relative, of each target
    int iterations = 0;

    friend bool operator==(const RakeLimits&, const RakeLimits&) = default;
};

[[nodiscard]] RakeResult rake(std::vector<double> weights, const std::vector<RakeMargin>& margins,
                              const RakeLimits& limits);

}  // namespace zhaimao
