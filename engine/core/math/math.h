// Exponential, logarithm and the normal distribution in double precision, from + - * / sqrt only,
// so that results have the same bits on every machine and with every C library.
//
// Errors, measured against 80-bit and 128-bit references (tests/core/math/math.cpp), in ulp of the
// result. Special values follow IEEE 754: NaN in, NaN out; exp overflows to infinity and underflows
// gradually. For set-up, calibration and reports; the dense pass has its own float versions
// (hot.h).
#pragma once

namespace zhaimao::math {

[[nodiscard]] double exp(double x);    // under 0.9 ulp where the result is a normal number
[[nodiscard]] double log(double x);    // under 0.9 ulp; -infinity at 0, NaN below
[[nodiscard]] double log1p(double x);  // ln(1 + x), under 0.9 ulp; -infinity at -1, NaN below

// x^y for x >= 0, under 1 + abs(y ln x) / 20 ulp; NaN for negative x. pow(x, 0) = 1.
[[nodiscard]] double pow(double x, double y);

// exp(-z^2 / 2) / sqrt(2 pi), relative error under 1e-15.
[[nodiscard]] double normal_pdf(double z);

// Phi(z): relative error under 3e-14 at every z, absolute under 6e-16.
[[nodiscard]] double normal_cdf(double z);

// z with Phi(z) = p for p in (0, 1), relative error under 1e-15 in z; infinities at 0 and 1, NaN
// outside. Wichura (1988), "Algorithm AS 241: the percentage points of the normal distribution"
// (PPND16).
[[nodiscard]] double normal_quantile(double p);

}  // namespace zhaimao::math
