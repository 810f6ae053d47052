// On which uncertain inputs an outcome leans: their rank correlations over the replicates.
//
//   r      Spearman's (1904): Pearson's correlation of the ranks, ties at their average. Plain, not
//          partial: every input is drawn independently of all others, so nothing is confounded.
//   [ ]    tanh(artanh r -+ z sqrt((1 + r^2 / 2) / (n - 3))), z the normal quantile of the level:
//          Fisher's transformation, with the variance of Bonett and Wright (2000), "Sample size
//          requirements for estimating Pearson, Kendall and Spearman correlations". It is theirs
//          for 10 pairs or more: none with fewer. Of r = 1 it says nothing either: the interval
//          then begins where that of 1 - 12 / (n (n^2 - 1)) does, two neighbours being swapped.
//   tell   an input is distinguishable where the interval of level 1 - 0.05 / m excludes zero, m
//          inputs being asked (Bonferroni): over all of them a false one appears in at most 5 % of
//          runs. With fewer than 20 replicates none is.
//
// Ranks see rising and falling influence, not a peak in the middle nor one input steering another.
// An input that is told apart matters; one that is not may still. Model, section 6 (ledger).
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/ensemble/summary.h"

namespace zhaimao {

inline constexpr std::int64_t fewest_futures = 20;  // to tell any influence from chance

// From 1; equal values share the average of their ranks. Values are numbers, or ContractViolation.
[[nodiscard]] std::vector<double> average_ranks(std::span<const double> values);

// Pearson's correlation of two lists of ranks; not a number where one of them is constant. The sums
// are exact: ranks are multiples of 1/2.
[[nodiscard]] double correlation_of_ranks(std::span<const double> x, std::span<const double> y);

// Undefined for fewer than ten pairs, and where the correlation is.
[[nodiscard]] Interval rank_correlation_interval(double correlation, std::size_t pairs,
                                                 double level = confidence_level);

struct Influence {
    std::size_t input = 0;  // in UncertainInputs::paths
    double rank_correlation = Summary::undefined;
    Interval confidence{Summary::undefined,
                        Summary::undefined};  // at confidence_level, of this one
    bool distinguishable = false;             // from zero, among all inputs
};

// Ranks the inputs once, for any number of outcomes.
class RankedInputs {
   public:
    explicit RankedInputs(const UncertainInputs& inputs);

    // One for each input, in their order; undefined where a value is not a number or all are equal.
    [[nodiscard]] std::vector<Influence> on(std::span<const double> outcome) const;

   private:
    std::vector<std::vector<double>> ranks_;  // by input; empty where a value is not a number
};

// Those that are distinguishable, the strongest first.
[[nodiscard]] std::vector<Influence> strongest(std::vector<Influence> influences);

}  // namespace zhaimao
