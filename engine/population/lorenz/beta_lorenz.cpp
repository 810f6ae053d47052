#include "engine/population/lorenz/beta_lorenz.h"

#include <cmath>
#include <vector>

#include "engine/core/math/math.h"
#include "engine/population/lorenz/least_squares.h"

namespace zhaimao {
namespace {

// The integral of f from 0 to h, f integrable with a pole at 0 (double exponential, Takahasi and
// Mori 1974): p = h / (1 + exp(-pi sinh t)).
template <class F>
double integrate_from_zero(F f, double h) {
    constexpr double pi = 3.14159265358979324, step = 1.0 / 32, end = 4.5;
    double sum = 0.0;
    for (double t = -end; t <= end; t += step) {
        const double up = math::exp(t), down = 1.0 / up;
        const double tail = math::exp(-0.5 * pi * (up - down));
        const double p = h / (1.0 + tail);
        const double weight = 0.5 * pi * (up + down) * p * (tail / (1.0 + tail));
        if (p > 0.0 && weight > 0.0) sum += f(p) * weight;
    }
    return sum * step;
}

}  // namespace

BetaLorenz BetaLorenz::fit(std::span<const LorenzPoint> points) {
    std::vector<Regression> rows;
    for (const auto& [p, l] : points)
        rows.push_back({{1.0, math::log(p), math::log(1.0 - p)}, math::log(p - l)});
    const auto [log_theta, gamma, delta] = least_squares(rows);
    return {log_theta, gamma, delta};
}

std::string BetaLorenz::problem() const {
    if (!(gamma > 0.0 && gamma <= 1.0))
        return "the curve is not convex at 0 (gamma outside (0, 1])";
    if (!(delta > 0.0 && delta <= 1.0))
        return "the curve is not convex at 1 (delta outside (0, 1])";
    return "";
}

double BetaLorenz::missing(double p) const {
    return math::exp(log_theta + gamma * math::log(p) + delta * math::log(1.0 - p));
}

double BetaLorenz::value(double p) const {
    return p <= 0.0 || p >= 1.0 ? p : p - missing(p);
}

double BetaLorenz::slope(double p) const {
    return 1.0 - missing(p) * (gamma / p - delta / (1.0 - p));
}

// Bisection: the slope rises. So many halvings reach the last bit of every headcount above 1e-15.
double BetaLorenz::headcount(double line) const {
    constexpr int halvings = 104;
    double low = 0.0, high = 1.0;
    for (int i = 0; i < halvings; ++i) {
        const double middle = 0.5 * (low + high);
        if (middle == 1.0) break;
        (slope(middle) < line ? low : high) = middle;
    }
    return low;
}

double BetaLorenz::poverty_gap(double line) const {
    const double h = headcount(line);
    return h - value(h) / line;
}

double BetaLorenz::squared_gap(double line) const {
    const auto squared = [&](double p) {
        const double gap = 1.0 - slope(p) / line;
        return gap * gap;
    };
    return integrate_from_zero(squared, headcount(line));
}

// Reports and tests alone use it: nothing simulated depends on the library's gamma function.
double BetaLorenz::gini() const {
    const double log_beta =
        std::lgamma(1.0 + gamma) + std::lgamma(1.0 + delta) - std::lgamma(2.0 + gamma + delta);
    return 2.0 * math::exp(log_theta + log_beta);
}

}  // namespace zhaimao
