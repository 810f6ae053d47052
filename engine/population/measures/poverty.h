// Poverty at a line: the FGT family, gaps in yuan, Watts and the average exit time.
//
//   P_alpha = sum over y < z of w ((z - y) / z)^alpha / N       Foster, Greer and Thorbecke (1984)
//   Watts   = sum over y < z of w ln(z / y) / N                 Watts (1968)
//   average exit time = Watts / g                               Morduch (1998)
//
// z is the line, above zero; w people, N all of them. FGT admits incomes at or under zero (a gap is
// then one line or more); Watts leaves such people out of sum and N and says how many. The exit
// time is the mean over all people, in years, of how long steady growth of g log points a year
// takes to the line, zero for those above it; infinite where somebody is poor and g <= 0.
#pragma once

#include <vector>

#include "engine/population/measures/distribution.h"

namespace zhaimao::measures {

struct Poverty {
    double line = 0.0;       // yuan per head
    double headcount = 0.0;  // P_0
    double gap = 0.0;        // P_1
    double severity = 0.0;   // P_2
    double mean_gap = 0.0;   // yuan that a poor person lacks on average; 0 where nobody is poor
    double total_gap = 0.0;  // yuan that all the poor lack together
};

[[nodiscard]] Poverty poverty(const Distribution& d, double line);
[[nodiscard]] std::vector<Poverty> poverty(const Distribution& d, std::span<const double> lines);

// P_alpha for any alpha >= 0.
[[nodiscard]] double fgt(const Distribution& d, double line, double alpha);

// A value over those with positive incomes, and how many people that leaves out.
struct OverPositive {
    double value = 0.0;
    double people_left_out = 0.0;
};

[[nodiscard]] OverPositive watts(const Distribution& d, double line);
[[nodiscard]] OverPositive average_exit_years(const Distribution& d, double line, double growth);

}  // namespace zhaimao::measures
