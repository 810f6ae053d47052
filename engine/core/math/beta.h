// Logarithm of the gamma function, and the beta distribution on 0..1, from the project's own
// exponential and logarithm, so that results have the same bits on every machine.
//
//   f(x) = x^(a - 1) (1 - x)^(b - 1) / B(a, b),    B(a, b) = G(a) G(b) / G(a + b)
//
// Valid for a and b in (0, largest_beta_shape]; the continued fraction takes some sqrt(max(a, b))
// steps. Abramowitz and Stegun (1964), 6.1.41 and 26.5.8; evaluated as Lentz (1976) does, Applied
// Optics 15(3).
#pragma once

namespace zhaimao::math {

inline constexpr double largest_beta_shape = 10000.0;

// ln G(x) for x > 0: absolute error under 4e-16 (30 + |x ln x|).
[[nodiscard]] double log_gamma(double x);

// I_x(a, b), the regularised incomplete beta function: 0 up to x = 0, 1 from x = 1 on. Absolute
// error under 4e-16 (20 + (a + b) ln(a + b + 1)).
[[nodiscard]] double beta_cdf(double x, double a, double b);

// x with I_x(a, b) = p: within 4e-16 of a place where the distribution is p up to that error.
[[nodiscard]] double beta_quantile(double p, double a, double b);

}  // namespace zhaimao::math
