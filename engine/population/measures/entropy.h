// Generalised entropy, with Theil's two indices, and Atkinson's: inequality that groups add up to,
// and inequality as the share of income that equality would save.
//
//   GE(a) = (mean of (y / m)^a - 1) / (a (a - 1)),   m the mean income
//   GE(1) = T = mean of (y / m) ln(y / m),   GE(0) = L = mean of ln(m / y)
//   A(e)  = 1 - (mean of (y / m)^(1 - e))^(1 / (1 - e)),   A(1) = 1 - exp(-L),   e >= 0
//
// All of them over positive incomes only, whatever a or e; how many people that leaves out is
// reported with the value. Theil (1967), "Economics and information theory"; Shorrocks (1980);
// Atkinson (1970).
#pragma once

#include "engine/population/measures/poverty.h"

namespace zhaimao::measures {

[[nodiscard]] OverPositive theil_t(const Distribution& d);
[[nodiscard]] OverPositive theil_l(const Distribution& d);  // the mean log deviation
[[nodiscard]] OverPositive generalised_entropy(const Distribution& d, double a);
[[nodiscard]] OverPositive atkinson(const Distribution& d, double aversion);

}  // namespace zhaimao::measures
