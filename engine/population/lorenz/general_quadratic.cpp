#include "engine/population/lorenz/general_quadratic.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "engine/core/math/math.h"
#include "engine/population/lorenz/least_squares.h"

namespace zhaimao {

GeneralQuadratic GeneralQuadratic::fit(std::span<const LorenzPoint> points) {
    std::vector<Regression> rows;
    for (const auto& [p, l] : points)
        rows.push_back({{p * p - l, l * (p - 1.0), p - l}, l * (1.0 - l)});
    const auto [a, b, c] = least_squares(rows);
    return {a, b, c};
}

std::string GeneralQuadratic::problem() const {
    if (!(e() < 0.0)) return "the curve does not begin at 0 (e >= 0)";
    if (!(a + c >= 1.0))
        return fmt::format("the curve ends at {:.4g} % of income (a + c < 1)", 100.0 * (a + c));
    if (!(c >= 0.0)) return "the lowest incomes of the curve are negative (c < 0)";
    if (!(r_squared() > 0.0)) return "the curve is not convex (r^2 <= 0)";
    // With m > 0 both roots of Q lie on one side of [0, 1] or one on each.
    const double bottom = -n() / (2.0 * m());
    if (m() > 0.0 && bottom > 0.0 && bottom < 1.0) return "the curve has a gap (a root inside)";
    return "";
}

double GeneralQuadratic::root(double p) const {
    return std::sqrt(std::max(0.0, (m() * p + n()) * p + e() * e()));
}

double GeneralQuadratic::value(double p) const {
    return -0.5 * (b * p + e() + root(p));
}

double GeneralQuadratic::slope(double p) const {
    return -0.5 * b - (2.0 * m() * p + n()) / (4.0 * root(p));
}

double GeneralQuadratic::headcount(double line) const {
    if (line <= slope(0.0)) return 0.0;
    if (line >= slope(1.0)) return 1.0;
    const double q = b + 2.0 * line;
    const double s = std::sqrt(r_squared()) * q / std::sqrt(q * q - m());
    // Two forms of one root: the second where -(n + s) cancels, so also for m = 0.
    if (n() * s > 0.0) return -(n() + s) / (2.0 * m());
    const double last = (n() * n() - 4.0 * q * q * e() * e()) / (4.0 * (m() - q * q));
    return 2.0 * last / (s - n());
}

double GeneralQuadratic::poverty_gap(double line) const {
    const double h = headcount(line);
    return h - value(h) / line;
}

// H - 2 L(H) / z + (integral of L'^2 to H) / z^2, with the integral of 1 / Q as a logarithm that
// needs no root of Q.
double GeneralQuadratic::squared_gap(double line) const {
    const double h = headcount(line);
    const double r = std::sqrt(r_squared());
    const double twice_square = 2.0 * e() * e();
    const double log_ratio =
        math::log((twice_square + (n() + r) * h) / (twice_square + (n() - r) * h));
    const double squares =
        0.25 * b * b * h + 0.5 * b * (root(h) + e()) + 0.25 * m() * h + r * log_ratio / 16.0;
    return h - 2.0 * value(h) / line + squares / (line * line);
}

// Reports and tests alone use it: nothing simulated depends on the library's asin.
double GeneralQuadratic::gini() const {
    const double at_one = 2.0 * m() + n();
    const double ends = (at_one * root(1.0) + n() * e()) / (4.0 * m());
    const double r = std::sqrt(r_squared());
    const double w = std::sqrt(std::abs(m()));
    const double inverse_roots =  // integral of 1 / sqrt(Q)
        m() < 0.0 ? (std::asin(n() / r) - std::asin(std::max(-1.0, at_one / r))) / w
                  : math::log((2.0 * w * root(1.0) + at_one) / (n() - 2.0 * w * e())) / w;
    return 1.0 + 0.5 * b + e() + ends - r_squared() / (8.0 * m()) * inverse_roots;
}

}  // namespace zhaimao
