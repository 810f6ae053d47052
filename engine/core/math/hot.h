// Float mathematics of the dense pass: exp, log, sine and cosine, normal draws, in plain loops over
// columns.
//
// Only + - * / sqrt, integer operations and selects; no branch, no libm, no fma. So g++ vectorises
// a loop over them at every instruction set, and scalar and vector code at any level give the same
// bits, provided that the source is compiled with -ffp-contract=off and never with -ffast-math.
// Loops need -O3 -fno-math-errno -fno-trapping-math to be vectorised.
//
// Functions are static and always inlined: no copy compiled for one instruction set can be linked
// into code for another. Errors are measured across the whole range (tests/core/math/hot.cpp) in
// ulp, units in the last place of the exact result. Polynomials: own minimax fits (Remez), but
// for their leading terms.
#pragma once

#include <cstdint>

#define ZHAIMAO_HOT static inline __attribute__((always_inline))

namespace zhaimao::hot {

ZHAIMAO_HOT float from_bits(std::uint32_t bits) {
    return __builtin_bit_cast(float, bits);
}
ZHAIMAO_HOT std::uint32_t to_bits(float x) {
    return __builtin_bit_cast(std::uint32_t, x);
}

// Whole numbers that order as the floats do, and back; -0 and 0 are neighbours, not equal.
ZHAIMAO_HOT std::uint32_t ordered_bits(float x) {
    const std::uint32_t bits = to_bits(x);
    return bits ^ (static_cast<std::uint32_t>(static_cast<std::int32_t>(bits) >> 31) | 0x80000000u);
}
ZHAIMAO_HOT float from_ordered_bits(std::uint32_t ordered) {
    return from_bits((ordered & 0x80000000u) != 0 ? ordered ^ 0x80000000u : ~ordered);
}

// 1.5 * 2^23: adding it rounds |x| < 2^22 to the nearest integer, which then stands in the low
// bits.
inline constexpr float round_magic = 12582912.0f;

// e^x within 1.1 ulp. Arguments are clamped to [-87.33, 88.37], where results are normal numbers;
// NaN stays.
ZHAIMAO_HOT float exp(float x) {
    constexpr float lowest = -87.33654f, highest = 88.37f;
    constexpr float log2_e = 1.44269504f, ln2_high = 0.693359375f, ln2_low = -2.12194440e-4f;
    x = x < lowest ? lowest : x;
    x = x > highest ? highest : x;
    // x = n ln 2 + r, |r| <= ln(2) / 2; the bias of the exponent rides on the magic number.
    const float shifted = x * log2_e + (round_magic + 127.0f);
    const float n = shifted - (round_magic + 127.0f);
    const float r = (x - n * ln2_high) - n * ln2_low;
    float p = 1.3814599e-3f;
    p = p * r + 8.3687169e-3f;
    p = p * r + 4.1668388e-2f;
    p = p * r + 1.6666521e-1f;
    p = p * r + 4.9999993e-1f;
    return ((p * r) * r + r + 1.0f) * from_bits(to_bits(shifted) << 23);
}

// ln x for normal positive x, within 1 ulp. Zero, negative and subnormal x and infinities give no
// useful value.
ZHAIMAO_HOT float log(float x) {
    constexpr float ln2_high = 0.693359375f, ln2_low = -2.12194440e-4f;
    // x = 2^e (1 + f), 1 + f in [sqrt(1/2), sqrt(2)); s = f / (2 + f), ln(1 + f) = 2 artanh s.
    const std::uint32_t above = to_bits(x) - 0x3F3504F3u;
    const float e = static_cast<float>(static_cast<std::int32_t>(above) >> 23);
    const float f = from_bits((above & 0x007FFFFFu) + 0x3F3504F3u) - 1.0f;
    const float s = f / (2.0f + f);
    const float w = s * s;
    const float rest = w * (6.6666777e-1f + w * (3.9977496e-1f + w * 2.9873073e-1f));
    const float half_square = 0.5f * f * f;
    return e * ln2_high + (f - (half_square - (s * (half_square + rest) + e * ln2_low)));
}

// sin and cos of pi/2 x for |x| <= 1/2, x in quarter turns.
ZHAIMAO_HOT void sincos_eighth(float x, float& sine, float& cosine) {
    const float y = x * x;
    sine = x * (1.57079632f + y * (-6.45963478e-1f + y * (7.96802256e-2f + y * -4.60216910e-3f)));
    cosine = 1.0f +
             y * (-1.23370054f + y * (2.53669244e-1f + y * (-2.08602879e-2f + y * 9.04020160e-4f)));
}

// sin(2 pi u) and cos(2 pi u), u in turns, |u| <= 2^19 (meant for [0, 1)); errors under 1.2e-7,
// absolute.
ZHAIMAO_HOT void sincos_turns(float u, float& sine, float& cosine) {
    const float quarters = 4.0f * u;
    const float shifted = quarters + round_magic;
    const std::uint32_t quadrant = to_bits(shifted);
    float s, c;
    sincos_eighth(quarters - (shifted - round_magic), s, c);
    const bool swapped = (quadrant & 1u) != 0;
    sine = from_bits(to_bits(swapped ? c : s) ^ ((quadrant & 2u) << 30));
    cosine = from_bits(to_bits(swapped ? s : c) ^ (((quadrant + 1u) & 2u) << 30));
}

// A uniform number in (0, 1) from the upper 23 bits: (k + 1/2) / 2^23, exactly, symmetric about
// 1/2. (With 24 bits k + 1/2 would need 25, and the largest would round to 1.)
ZHAIMAO_HOT float unit_uniform(std::uint32_t word) {
    return from_bits((word >> 9) | 0x3F800000u) - 0.99999994f;  // 1 - 2^-24
}

// Two independent standard normals from two words (Box and Muller 1958): radius from the first,
// angle from the second. |z| <= 5.77; the radius has 2^23 values, the angle 2^32.
ZHAIMAO_HOT void box_muller(std::uint32_t w0, std::uint32_t w1, float& z0, float& z1) {
    const float radius = __builtin_sqrtf(-2.0f * log(unit_uniform(w0)));
    float s, c;  // two bits of the angle choose the quadrant, the others the place in it
    sincos_eighth(static_cast<float>(static_cast<std::int32_t>(w1 << 2)) * 0x1p-32f, s, c);
    const bool swapped = (w1 & 0x40000000u) != 0;
    const std::uint32_t sine_sign = w1 & 0x80000000u;
    const std::uint32_t cosine_sign = (w1 + 0x40000000u) & 0x80000000u;
    z0 = radius * from_bits(to_bits(swapped ? s : c) ^ cosine_sign);
    z1 = radius * from_bits(to_bits(swapped ? c : s) ^ sine_sign);
}

// The standard normal's quantile for u in [2^-24, 1 - 2^-24], within 6 ulp; |z| up to 5.29.
//
//   z = (2 u - 1) R(w),  w = -ln(4 u (1 - u)),  R rational of degree 5 over 5
//
// One formula for centre and tails, odd about u = 1/2. The variable is that of Giles (2010),
// "Approximating the erfinv function".
ZHAIMAO_HOT float normal_quantile(float u) {
    const float w = -log(4.0f * u * (1.0f - u));
    float p = 3.51726239e-5f;
    p = p * w + 9.08011024e-4f;
    p = p * w + 1.09352366e-2f;
    p = p * w + 8.39062148e-2f;
    p = p * w + 4.32060049e-1f;
    p = p * w + 1.25331415f;
    float q = 1.33282894e-6f;
    q = q * w + 1.81726932e-4f;
    q = q * w + 1.85061195e-3f;
    q = q * w + 3.22019877e-2f;
    q = q * w + 8.29349047e-2f;
    q = q * w + 1.0f;
    return (2.0f * u - 1.0f) * (p / q);
}

}  // namespace zhaimao::hot
