// Why poverty changed: growth of the mean, and redistribution around it.
//
//   P(m, L): poverty of a distribution with mean m and Lorenz curve L, at one line of real value
//   base reference:  growth = P(m1, L0) - P(m0, L0),  redistribution = P(m0, L1) - P(m0, L0),
//                    residual = the rest of P(m1, L1) - P(m0, L0)
//   Shapley:         each is the mean of its effect as first and as second step; no residual
//
// Changing the mean alone multiplies every income by one factor; FGT depends on y / z only, so the
// line is divided by it instead. Both means must be above zero; where one is not, the whole change
// is residual. Datt and Ravallion (1992), Journal of Development Economics 38; Shorrocks (2013),
// Journal of Economic Inequality 11.
#pragma once

#include "engine/population/measures/distribution.h"

namespace zhaimao::measures {

struct PovertyChange {
    double total = 0.0;  // = growth + redistribution + residual
    double growth = 0.0;
    double redistribution = 0.0;
    double residual = 0.0;
};

// Of P_alpha, alpha >= 0; the first distribution is the reference.
[[nodiscard]] PovertyChange datt_ravallion(const Distribution& before, const Distribution& after,
                                           double line, double alpha);
[[nodiscard]] PovertyChange datt_ravallion_shapley(const Distribution& before,
                                                   const Distribution& after, double line,
                                                   double alpha);

}  // namespace zhaimao::measures
