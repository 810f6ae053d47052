// Which factor an outcome leans on, from the outcomes of a design's points.
//
// Variance based, f_A, f_B and f_ABi the outcomes of a Saltelli row, V the variance of all f_A and
// f_B about their mean:
//
//   S1_i = mean( f_B (f_ABi - f_A) ) / V            Saltelli et al. (2010), f less its mean
//   ST_i = mean( (f_A - f_ABi)^2 ) / (2 V)          Jansen (1999)
//
// S1 is the share of the variance that would go if factor i were known, ST the share that would be
// left if all others were. On a whole grid both are sums over it, without error:
//
//   S1_i = Var_level( mean(f | level) ) / V         ST_i = mean( Var(f | all others) ) / V
//
// Elementary effects, d = (f(after) - f(before)) / (u(after) - u(before)) where a trajectory moves
// factor i, level j of n standing at u = j / (n - 1):  mu_star_i = mean |d|,  sigma_i = sd(d)
// (Morris 1991; Campolongo et al. 2007).
//
// An outcome that varies by no more than rounding has no variance to share: its S1 and ST are not a
// number.
//
// Outcomes that are not finite (points that failed) take their whole row or trajectory out, for the
// factors that they concern.
#pragma once

#include <span>
#include <vector>

#include "engine/analysis/bootstrap.h"
#include "engine/analysis/design.h"

namespace zhaimao {

struct SobolIndices {
    Estimate first, total;
};

// Outcomes in the order of saltelli_design; rows are resampled.
[[nodiscard]] std::vector<SobolIndices> sobol_indices(std::span<const double> outcomes,
                                                      std::size_t factors,
                                                      const Bootstrap& options);

// Outcomes in the order of grid_design; no intervals. Undefined where one is not finite.
[[nodiscard]] std::vector<SobolIndices> grid_indices(std::span<const double> outcomes,
                                                     std::span<const std::size_t> levels);

struct ElementaryEffects {
    Estimate mu_star, sigma;
};

// Outcomes of the points of a morris_design; trajectories are resampled.
[[nodiscard]] std::vector<ElementaryEffects> elementary_effects(std::span<const double> outcomes,
                                                                const Design& design,
                                                                const Bootstrap& options);

}  // namespace zhaimao
