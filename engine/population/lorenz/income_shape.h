// The shape of a log income distribution: log income at normal score z, less its mean, over its
// standard deviation. The log-normal's shape is z itself; a Lorenz curve's is
//
//   g(z) = (ln max(L'(Phi(z)), floor) - mean) / s,    s = sd of ln max(L'(Phi(Z)), floor), Z normal
//
// as L'(p) is income at rank p over mean income. s takes the place of the log-normal's log_sd: the
// permanent part of log income is s0 g(z), s0^2 = s^2 - s_t^2, as if transitory luck shrank the
// whole quantile function about its mean. Exact for the log-normal; for other shapes the mean and
// the variance of log income come back, but normal luck rounds off the ends: with luck of 0.2 on
// all income, the income shares of the tenths of rural China 2013 come back within 0.2 % of all
// income, that of the richest tenth within 0.5 % (26.5 for 27.0 %; test). A table of 4,096 cells in
// z, linear within a cell (error under 2e-5), from plain arithmetic: the same bits on every
// instruction set. Model, section 2.
//
// A beta curve's lowest incomes are negative; `floor` (a share of the mean) is then required, and
// adds next to nothing to the mean.
#pragma once

#include <optional>
#include <vector>

#include "engine/population/lorenz/lorenz_curve.h"
#include "engine/population/lorenz/shape_grid.h"

namespace zhaimao {

struct IncomeShape {
    std::vector<float> at;  // g at the ends of the cells, rising: ShapeGrid::cells + 1 values
    double log_sd = 0.0;    // s: of one year's income

    [[nodiscard]] static IncomeShape of(const LorenzCurve& curve, double floor);
    // Nothing where no curve can be made; the mistake is reported.
    [[nodiscard]] static std::optional<IncomeShape> read(Block lorenz);

    // ln of the mean of exp(sd g(Z)): sd^2 / 2 for the log-normal.
    [[nodiscard]] double log_mean(double sd) const;

    friend bool operator==(const IncomeShape&, const IncomeShape&) = default;
};

}  // namespace zhaimao
