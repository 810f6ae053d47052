// The beta Lorenz curve (Kakwani 1980).
//
//   L(p) = p - theta p^gamma (1 - p)^delta
//
// Fitted as PovcalNet does, by ordinary least squares of
//   ln(p - L) = ln(theta) + gamma ln(p) + delta ln(1 - p)
// on all points but the last (its coefficients A, B, C are ln theta, gamma, delta). It is convex
// from (0, 0) to (1, 1) where theta > 0 and gamma and delta lie in (0, 1].
//
// It breaks at its ends: with gamma < 1 its slope falls to minus infinity at p = 0, so the poorest
// have negative incomes, in each of the 28 surveys of China in tests/population/lorenz/data: 0.0004
// to 0.067 % of people, published as valid; whoever makes households of it needs a floor. Watts and
// the mean log deviation do not exist. The squared gap is finite only for gamma > 1/2. Datt's
// (1998) closed form of it has an incomplete beta function of second parameter 2 delta - 1,
// negative for delta < 1/2 (rural 2002, 2008, 2010-2012), where the complete one, and with it every
// routine that divides by it, diverges; here it is integrated.
//
// The surveys give PovcalNet's coefficients within 3e-6, headcounts within 0.0002 points, and Ginis
// that are 0 to 0.0006 points above the published ones, which PovcalNet seems to integrate
// numerically up to a p just short of the ends.
#pragma once

#include <span>
#include <string>

#include "engine/population/lorenz/points.h"

namespace zhaimao {

struct BetaLorenz {
    static constexpr std::string_view name = "beta";

    double log_theta = 0.0, gamma = 0.0, delta = 0.0;

    [[nodiscard]] static BetaLorenz fit(std::span<const LorenzPoint> points);
    // Why it is no Lorenz curve but for its lowest end; empty: it is one.
    [[nodiscard]] std::string problem() const;

    [[nodiscard]] double value(double p) const;  // L(p)
    [[nodiscard]] double slope(double p) const;  // L'(p), p in (0, 1)

    // Foster, Greer and Thorbecke's P0, P1, P2; the line over the mean. The headcount is solved;
    // that of line 0 is the share of negative incomes.
    [[nodiscard]] double headcount(double line) const;
    [[nodiscard]] double poverty_gap(double line) const;  // line above 0
    [[nodiscard]] double squared_gap(double line) const;  // line above 0, gamma above 1/2
    [[nodiscard]] double gini() const;                    // 2 theta B(1 + gamma, 1 + delta)

    [[nodiscard]] double missing(double p) const;  // p - L(p), p in (0, 1)
};

}  // namespace zhaimao
