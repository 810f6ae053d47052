// The general quadratic Lorenz curve (Villasenor and Arnold 1989), an arc of a conic.
//
//   L (1 - L) = a (p^2 - L) + b L (p - 1) + c (p - L)
//   L(p) = -(b p + e + sqrt(Q(p))) / 2,  Q(p) = m p^2 + n p + e^2
//   e = -(a + b + c + 1),  m = b^2 - 4 a,  n = 2 b e - 4 c,  r^2 = n^2 - 4 m e^2
//
// Fitted as PovcalNet does, by ordinary least squares of the first line without intercept on all
// points but the last. It is a Lorenz curve where e < 0 (L(0) = 0), a + c >= 1 (L(1) = 1; else
// L(1) = a + c), c >= 0 (L'(0) = -c / e >= 0), r^2 > 0 and Q has no root inside (0, 1) (convex).
// Incomes lie between L'(0) and L'(1) of the mean, both finite. Measures: Datt (1998),
// "Computational tools for poverty measurement and analysis", IFPRI FCND paper 50.
//
// The 28 surveys of China in tests/population/lorenz/data give PovcalNet's coefficients within
// 6e-6, headcounts within 0.0002 points. There its closed forms break, or would:
// - headcount: under the lowest income, L'(0) mean, the root leaves the curve and is negative:
//   urban 2008, 2010-2013 at 1.90 dollars a day give -0.86, -3.07, -4.22, -4.88, -3.51 %, published
//   as 0 (the beta curves of the same surveys have 0.4 to 1.3 % poor);
// - a + c < 1 in rural 1990 (0.9988) and 1993 (0.9433): the curve ends at a + c, not at 1, though
//   published as valid. Datt's Gini, which takes sqrt(Q(1)) for a + c - 1, gives 30.497 and 28.655
//   there; the integral gives 30.573 and 32.126, as published, too high: the jump from 94 % to 100
//   % at p = 1 counts as income of nobody;
// - m = 0 (a parabola) is 0 / 0 in all of them; no survey comes near (|m| >= 0.64). Here headcount
//   and squared gap have forms that hold there too.
#pragma once

#include <span>
#include <string>

#include "engine/population/lorenz/points.h"

namespace zhaimao {

struct GeneralQuadratic {
    static constexpr std::string_view name = "general_quadratic";

    double a = 0.0, b = 0.0, c = 0.0;

    [[nodiscard]] static GeneralQuadratic fit(std::span<const LorenzPoint> points);
    // Why it is no Lorenz curve; empty: it is one.
    [[nodiscard]] std::string problem() const;

    [[nodiscard]] double value(double p) const;  // L(p)
    [[nodiscard]] double slope(double p) const;  // L'(p): income at rank p over the mean

    // Foster, Greer and Thorbecke's P0, P1, P2; the line over the mean, above 0.
    [[nodiscard]] double headcount(double line) const;
    [[nodiscard]] double poverty_gap(double line) const;
    [[nodiscard]] double squared_gap(double line) const;
    [[nodiscard]] double gini() const;  // 1 - 2 times the area under the curve; not for m = 0

    [[nodiscard]] double e() const { return -(a + b + c + 1.0); }
    [[nodiscard]] double m() const { return b * b - 4.0 * a; }
    [[nodiscard]] double n() const { return 2.0 * b * e() - 4.0 * c; }
    [[nodiscard]] double r_squared() const { return n() * n() - 4.0 * m() * e() * e(); }
    [[nodiscard]] double root(double p) const;  // sqrt(Q(p)), 0 where Q is negative by rounding
};

}  // namespace zhaimao
