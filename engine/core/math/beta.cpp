#include "engine/core/math/beta.h"

#include <cmath>
#include <initializer_list>

#include "engine/core/math/math.h"

namespace zhaimao::math {
namespace {

double log_beta(double a, double b) {
    return log_gamma(a) + log_gamma(b) - log_gamma(a + b);
}

double power_terms(double x, double a, double b) {
    return exp(a * log(x) + b * log1p(-x) - log_beta(a, b));
}

// 1 / (1 + d1 / (1 + d2 / (1 + ...))) by Lentz's method; converges fast for x < (a + 1) / (a + b +
// 2).
double continued_fraction(double x, double a, double b) {
    constexpr double tiny = 1e-300;  // stands for a zero denominator
    constexpr double settled = 2e-16;
    constexpr int most_steps = 10000;
    const auto away_from_zero = [](double v) { return std::abs(v) < tiny ? tiny : v; };
    double c = 1.0, d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0)), fraction = d;
    for (int m = 1; m <= most_steps; ++m) {
        const double at = a + 2.0 * m;
        double change = 1.0;
        for (const double numerator : {m * (b - m) * x / ((at - 1.0) * at),
                                       -(a + m) * (a + b + m) * x / (at * (at + 1.0))}) {
            d = 1.0 / away_from_zero(1.0 + numerator * d);
            c = away_from_zero(1.0 + numerator / c);
            change = c * d;
            fraction *= change;
        }
        if (std::abs(change - 1.0) <= settled) break;
    }
    return fraction;
}

}  // namespace

// Stirling's series from x = 12 on, where its eighth term is under 1e-17; below, by G(x + 1) = x
// G(x).
double log_gamma(double x) {
    constexpr double from = 12.0;
    constexpr double half_log_two_pi = 0.91893853320467274178;
    constexpr double coefficients[] = {1.0 / 12.0,   -1.0 / 360.0,      1.0 / 1260.0, -1.0 / 1680.0,
                                       1.0 / 1188.0, -691.0 / 360360.0, 1.0 / 156.0};
    double product = 1.0;
    for (; x < from; x += 1.0) product *= x;
    const double inverse = 1.0 / x;
    double power = inverse, tail = 0.0;
    for (const double coefficient : coefficients) {
        tail += coefficient * power;
        power *= inverse * inverse;
    }
    return (x - 0.5) * log(x) - x + half_log_two_pi + tail - log(product);
}

double beta_cdf(double x, double a, double b) {
    if (!(x > 0.0)) return 0.0;
    if (x >= 1.0) return 1.0;
    const double front = power_terms(x, a, b);
    if (x < (a + 1.0) / (a + b + 2.0)) return front * continued_fraction(x, a, b) / a;
    return 1.0 - front * continued_fraction(1.0 - x, b, a) / b;
}

// Newton's steps, and a halving wherever one leaves the bracket.
double beta_quantile(double p, double a, double b) {
    if (!(p > 0.0)) return 0.0;
    if (p >= 1.0) return 1.0;
    constexpr int most_steps = 200;
    constexpr double settled = 1e-16;
    double low = 0.0, high = 1.0, x = a / (a + b);
    for (int step = 0; step < most_steps && high - low > settled; ++step) {
        const double excess = beta_cdf(x, a, b) - p;
        (excess < 0.0 ? low : high) = x;
        const double density = power_terms(x, a, b) / (x * (1.0 - x));
        double next = x - excess / density;
        if (!(next > low && next < high)) next = low + (high - low) / 2.0;
        if (std::abs(next - x) <= settled * x) return next;
        x = next;
    }
    return x;
}

}  // namespace zhaimao::math
