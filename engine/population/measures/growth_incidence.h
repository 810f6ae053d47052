// Who gained: growth of income by place in the distribution, and its mean over the poor.
//
//   g(p) = (y1(p) / y0(p))^(1 / years) - 1
//   rate of pro-poor growth = mean of g(p) for p from 0 to H0, the headcount ratio at the start
//
// y(p) is either the quantile or the mean of a group of equal size; group means are the better
// choice where incomes are counted by class. Places are compared, not persons (anonymity). A place
// whose income is not above zero in either distribution has no growth: it is reported as 0 and left
// out of the mean. Ravallion and Chen (2003), "Measuring pro-poor growth", Economics Letters 78.
#pragma once

#include <vector>

#include "engine/population/measures/distribution.h"

namespace zhaimao::measures {

// Growth a year from one income to the other; 0 where one of them is not above zero.
[[nodiscard]] double yearly_growth(double before, double after, double years);

// At the quantiles of given shares of people.
[[nodiscard]] std::vector<double> growth_at_quantiles(const Distribution& before,
                                                      const Distribution& after,
                                                      std::span<const double> shares, double years);

// Of the means of equal groups, the poorest first: 20 groups are ventiles.
[[nodiscard]] std::vector<double> growth_of_groups(const Distribution& before,
                                                   const Distribution& after, std::size_t groups,
                                                   double years);

[[nodiscard]] double pro_poor_growth(const Distribution& before, const Distribution& after,
                                     double line, double years);

}  // namespace zhaimao::measures
