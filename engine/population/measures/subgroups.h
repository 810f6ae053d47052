// What groups of people contribute to poverty and to inequality.
//
//   P = sum over groups of s_g P_g,  s_g people share; contribution = s_g P_g / P
//   T = sum of q_g T_g + sum of q_g ln(m_g / m),  q_g income share, m_g mean
//   L = sum of s_g L_g + sum of s_g ln(m / m_g)
//
// The first sums are inequality within groups, the second between them. A group is a distribution
// of its own; groups together are the whole. Theil's indices leave out incomes at or under zero,
// and say how many people that is. Foster, Greer and Thorbecke (1984); Shorrocks (1980).
#pragma once

#include <vector>

#include "engine/population/measures/distribution.h"

namespace zhaimao::measures {

struct GroupPoverty {
    double people_share = 0.0;
    double poverty = 0.0;       // P_alpha of the group
    double contribution = 0.0;  // share of all poverty; 0 where there is none
};

[[nodiscard]] std::vector<GroupPoverty> poverty_by_group(std::span<const Distribution> groups,
                                                         double line, double alpha);

struct Inequality {
    double within = 0.0;
    double between = 0.0;
    double people_left_out = 0.0;
    [[nodiscard]] double total() const { return within + between; }
};

[[nodiscard]] Inequality theil_t_by_group(std::span<const Distribution> groups);
[[nodiscard]] Inequality theil_l_by_group(std::span<const Distribution> groups);

}  // namespace zhaimao::measures
