#include "engine/core/math/math.h"

#include <array>
#include <bit>
#include <cstdint>
#include <limits>

namespace zhaimao::math {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// ln 2 = ln2_high + ln2_low; ln2_high has 32 trailing zero bits, so that n * ln2_high is exact for
// |n| < 2^20.
constexpr double ln2_high = 0x1.62e42feep-1;
constexpr double ln2_low = 0x1.a39ef35793c76p-33;
constexpr double log2_e = 1.4426950408889634;
constexpr double round_magic = 0x1.8p52;  // adding it rounds to the nearest integer

// A number as an unevaluated sum, |low| at most half an ulp of high.
struct Double2 {
    double high, low;
};

Double2 two_sum(double a, double b) {
    const double s = a + b, t = s - a;
    return {s, (a - (s - t)) + (b - t)};
}

// a * b exactly, by Veltkamp's splitting (fma is a library call on baseline x86-64).
Double2 two_product(double a, double b) {
    constexpr double splitter = 0x1p27 + 1;
    const double ca = splitter * a, a1 = ca - (ca - a), a2 = a - a1;
    const double cb = splitter * b, b1 = cb - (cb - b), b2 = b - b1;
    const double p = a * b;
    return {p, ((a1 * b1 - p) + a1 * b2 + a2 * b1) + a2 * b2};
}

double power_of_two(std::int64_t n) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(n + 1023) << 52);
}

// e^(x + rest) for |rest| under an ulp of x, x finite and in range.
double exp_sum(double x, double rest) {
    const double n = (x * log2_e + round_magic) - round_magic;
    const double high = x - n * ln2_high;
    const double low = n * ln2_low - rest;
    const double r = high - low;
    const double correction = (high - r) - low;
    double q = 1.0 / 6227020800.0;  // Taylor to r^13 / 13!: the remainder is under 2^-57
    for (const double factorial : {479001600.0, 39916800.0, 3628800.0, 362880.0, 40320.0, 5040.0,
                                   720.0, 120.0, 24.0, 6.0, 2.0})
        q = q * r + 1.0 / factorial;
    const double p = 1.0 + (r + (r * r * q + (correction + correction * r)));
    // In two steps, since 2^n itself may lie outside the range of normal numbers.
    const auto k = static_cast<std::int64_t>(n);
    return p * power_of_two(k / 2) * power_of_two(k - k / 2);
}

// sum over k >= 1 of w^k / (2 k + 1), w = s^2: artanh(s) = s (1 + this). For |s| <= 0.1716.
double artanh_tail(double w) {
    double sum = 1.0 / 25.0;
    for (const double odd : {23.0, 21.0, 19.0, 17.0, 15.0, 13.0, 11.0, 9.0, 7.0, 5.0, 3.0})
        sum = sum * w + 1.0 / odd;
    return sum * w;
}

// x = 2^exponent (1 + fraction), 1 + fraction in [sqrt(1/2), sqrt(2)); x positive and finite.
struct Reduced {
    double exponent, fraction;
};

Reduced reduce(double x) {
    constexpr std::uint64_t root_half = 0x3FE6A09E667F3BCDu;
    double shift = 0.0;
    if (x < std::numeric_limits<double>::min()) {
        x *= 0x1p54;
        shift = -54.0;
    }
    const std::uint64_t above = std::bit_cast<std::uint64_t>(x) - root_half;
    const double mantissa = std::bit_cast<double>((above & 0x000FFFFFFFFFFFFFu) + root_half);
    return {shift + static_cast<double>(static_cast<std::int64_t>(above) >> 52), mantissa - 1.0};
}

// exponent ln 2 + ln(1 + f) + rest, |rest| under an ulp of f or of 1.
double log_sum(double exponent, double f, double rest) {
    const double s = f / (2.0 + f);
    const double half_square = 0.5 * f * f;
    const double tail = 2.0 * artanh_tail(s * s);
    return exponent * ln2_high +
           (f - (half_square - (s * (half_square + tail) + (exponent * ln2_low + rest))));
}

// ln x to about 2^-60, for powers.
Double2 log_twice(double x) {
    const auto [exponent, f] = reduce(x);
    const Double2 below = two_sum(2.0, f);
    const double s = f / below.high;
    const Double2 back = two_product(s, below.high);
    const double s_low = ((f - back.high) - back.low - s * below.low) / below.high;
    const Double2 whole = two_sum(exponent * ln2_high, 2.0 * s);
    const double rest = exponent * ln2_low + 2.0 * (s_low + s * artanh_tail(s * s));
    return two_sum(whole.high, whole.low + rest);
}

}  // namespace

double exp(double x) {
    constexpr double overflow = 709.782712893384, underflow = -745.1332191019412;
    if (x != x) return x;
    if (x > overflow) return infinity;
    if (x < underflow) return 0.0;
    return exp_sum(x, 0.0);
}

double log(double x) {
    if (x == 0.0) return -infinity;
    if (!(x > 0.0)) return nan;
    if (x == infinity) return x;
    const auto [exponent, fraction] = reduce(x);
    return log_sum(exponent, fraction, 0.0);
}

double log1p(double x) {
    if (x == -1.0) return -infinity;
    if (!(x > -1.0)) return nan;
    if (x == infinity) return x;
    if (x > -0.29 && x < 0.41) return log_sum(0.0, x, 0.0);
    const Double2 sum = two_sum(1.0, x);
    const auto [exponent, fraction] = reduce(sum.high);
    return log_sum(exponent, fraction, sum.low / sum.high);
}

double pow(double x, double y) {
    if (y == 0.0 || x == 1.0) return 1.0;
    if (!(x >= 0.0) || y != y) return nan;
    if (x == 0.0) return y > 0.0 ? 0.0 : infinity;
    if (x == infinity) return y > 0.0 ? infinity : 0.0;
    const double rough = y * log(x);
    if (rough > 710.0) return infinity;
    if (rough < -746.0) return 0.0;
    const Double2 l = log_twice(x);
    const Double2 product = two_product(y, l.high);
    const Double2 exponent = two_sum(product.high, product.low + y * l.low);
    return exp_sum(exponent.high, exponent.low);
}

}  // namespace zhaimao::math
