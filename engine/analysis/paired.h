// The difference of two scenarios in one outcome, replicate by replicate: common random numbers.
//
//   d_r = other_r - baseline_r,   mean -+ t(n - 1, 97.5 %) sd(d) / sqrt(n)
//   variance ratio = (Var(baseline) + Var(other)) / Var(d)
//
// the ratio is by how many times pairing shrinks the variance: as many replicates would be needed
// without it. Model, section 5; Law and Kelton, Simulation Modeling and Analysis, section 11.2.
#pragma once

#include <span>

#include "engine/ensemble/summary.h"

namespace zhaimao {

struct PairedDifference {
    double baseline = 0.0;  // means
    double other = 0.0;
    Summary difference;
    Interval confidence;          // at confidence_level, of the mean; whole where n < 2
    double variance_ratio = 1.0;  // infinite where every difference is the same but the outcome not

    // Zero is outside the interval; or every replicate differs by the same.
    [[nodiscard]] bool is_told_from_zero() const {
        return confidence.low > 0.0 || confidence.high < 0.0;
    }
    // Not in one of at least two replicates.
    [[nodiscard]] bool is_none() const { return confidence.low == 0.0 && confidence.high == 0.0; }
};

// Half of the interval. Infinite where every replicate differs by the same and by something: few of
// them do so by chance, and how wide they spread is not known.
[[nodiscard]] double half_width(const PairedDifference& d);

// Both of the same length, replicate by replicate.
[[nodiscard]] PairedDifference paired_difference(std::span<const double> baseline,
                                                 std::span<const double> other);

// The same of shares: whether something holds (1) or not (0), future by future. The interval is
// that of Newcombe (1998), "Improved confidence intervals for the difference between binomial
// proportions based on paired data", method 10: with the score intervals [l, u] of the shares p
// (wilson) and their correlation phi,
//
//   low  = p2 - p1 - sqrt( (p2 - l2)^2 - 2 phi (p2 - l2) (u1 - p1) + (u1 - p1)^2 )
//   high = p2 - p1 + sqrt( (u2 - p2)^2 - 2 phi (u2 - p2) (p1 - l1) + (p1 - l1)^2 )
//
// It has a width where no future drawn differs, and stays in [-1, 1].
[[nodiscard]] PairedDifference paired_shares(std::span<const double> baseline,
                                             std::span<const double> other);

// Quantile (1 + level) / 2 of Student's t: |T| stays under it with probability `level`. At least
// one degree of freedom.
[[nodiscard]] double student_t(double level, std::int64_t degrees);

}  // namespace zhaimao
