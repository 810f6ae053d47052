// Multidimensional poverty by dual cutoff: who lacks enough things at once.
//
//   score_i = sum of the weights of what i lacks, weights scaled to sum 1; poor: score_i >= k
//   H = people poor / people,   A = mean score of the poor,   M0 = H A
//   contribution_j = weight_j (people poor and without j) / people / M0
//
// Each indicator's own cutoff is applied before: income under the line, a guarantee unmet. A score
// that equals k but for rounding counts as poor. Lacking nothing is never poor: k = 0 is the union
// approach, k = 1 the intersection. Alkire and Foster (2011), Journal of Public Economics 95.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace zhaimao::measures {

struct Multidimensional {
    double headcount = 0.0;            // H
    double intensity = 0.0;            // A; 0 where nobody is poor
    double adjusted = 0.0;             // M0
    std::vector<double> contribution;  // by indicator, summing to 1; all 0 where nobody is poor
};

// deprived: one word a household, bit j set where it lacks indicator j. people: their number, above
// zero to count. weights: one an indicator (at most 32), none negative, not all zero; cutoff in
// [0, 1].
[[nodiscard]] Multidimensional alkire_foster(std::span<const std::uint32_t> deprived,
                                             std::span<const double> people,
                                             std::span<const double> weights, double cutoff);

}  // namespace zhaimao::measures
