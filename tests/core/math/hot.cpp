#include "engine/core/math/hot.h"

#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using namespace zhaimao;

namespace {

// Error in units of the last place of the exact result, which is given in long double.
double ulp_error(float value, long double exact) {
    int exponent = 0;
    std::frexp(exact, &exponent);
    return static_cast<double>(std::fabs(static_cast<long double>(value) - exact) /
                               std::ldexp(1.0L, exponent - 24));
}

// The largest error over every `stride`-th float from low to high, both of one sign.
template <class Function, class Exact>
double worst_ulp(float low, float high, std::uint32_t stride, Function function, Exact exact) {
    double worst = 0.0;
    for (std::uint32_t bits = hot::to_bits(low); bits <= hot::to_bits(high); bits += stride) {
        const float x = hot::from_bits(bits);
        worst = std::max(worst, ulp_error(function(x), exact(static_cast<long double>(x))));
    }
    return worst;
}

float hot_exp(float x) {
    return hot::exp(x);
}
float hot_log(float x) {
    return hot::log(x);
}
long double exact_exp(long double x) {
    return std::exp(x);
}
long double exact_log(long double x) {
    return std::log(x);
}

long double exact_quantile(long double u) {
    const long double tail = u < 0.5L ? u : 1.0L - u;
    const long double z = std::sqrt(2.0L) * boost::math::erfc_inv(2.0L * tail);
    return u < 0.5L ? -z : z;
}

}  // namespace

TEST_CASE("hot exp keeps its bound over its range", "[core][hot]") {
    CHECK(worst_ulp(0.0f, 88.37f, 1009, hot_exp, exact_exp) < 1.1);
    CHECK(worst_ulp(-0.0f, -87.33654f, 1009, hot_exp, exact_exp) < 1.1);
    CHECK(worst_ulp(0.25f, 4.0f, 61, hot_exp, exact_exp) < 1.1);
}

TEST_CASE("hot exp is exact at zero and clamps to normal numbers", "[core][hot]") {
    CHECK(hot::exp(0.0f) == 1.0f);
    CHECK(hot::exp(-0.0f) == 1.0f);
    CHECK(hot::exp(1e30f) == hot::exp(88.37f));
    CHECK(hot::exp(88.37f) < std::numeric_limits<float>::infinity());
    CHECK(hot::exp(-1e30f) == hot::exp(-87.33654f));
    CHECK(hot::exp(-1e30f) >= std::numeric_limits<float>::min());
    CHECK(std::isnan(hot::exp(std::numeric_limits<float>::quiet_NaN())));
}

TEST_CASE("hot log keeps its bound over all normal floats", "[core][hot]") {
    const float least = std::numeric_limits<float>::min(),
                greatest = std::numeric_limits<float>::max();
    CHECK(worst_ulp(least, greatest, 2003, hot_log, exact_log) < 1.0);
    CHECK(worst_ulp(0.5f, 0.99999994f, 13, hot_log, exact_log) < 1.0);
    CHECK(worst_ulp(1.0000001f, 3.0f, 13, hot_log, exact_log) < 1.0);
    CHECK(hot::log(1.0f) == 0.0f);
}

TEST_CASE("hot sine and cosine of turns keep their bound", "[core][hot]") {
    const long double turn = 2.0L * std::acos(-1.0L);
    double worst = 0.0;
    for (int k = 0; k < (1 << 24); k += 23) {
        const float u = static_cast<float>(k) * 0x1p-24f;
        float s, c;
        hot::sincos_turns(u, s, c);
        worst = std::max(worst, static_cast<double>(std::fabs(s - std::sin(turn * u))));
        worst = std::max(worst, static_cast<double>(std::fabs(c - std::cos(turn * u))));
    }
    CHECK(worst < 1.2e-7);
}

TEST_CASE("hot sine and cosine are exact at quarter turns", "[core][hot]") {
    const float sines[] = {0.0f, 1.0f, 0.0f, -1.0f}, cosines[] = {1.0f, 0.0f, -1.0f, 0.0f};
    for (int quarter = 0; quarter < 4; ++quarter) {
        float s, c;
        hot::sincos_turns(0.25f * static_cast<float>(quarter), s, c);
        CHECK(s == sines[quarter]);
        CHECK(c == cosines[quarter]);
    }
}

TEST_CASE("unit_uniform is the middle of its cell, inside (0, 1), and symmetric", "[core][hot]") {
    CHECK(hot::unit_uniform(0u) == 0x1p-24f);
    CHECK(hot::unit_uniform(0xFFFFFFFFu) == 1.0f - 0x1p-24f);
    for (std::uint32_t k = 0; k < (1u << 23); k += 3) {
        const float u = hot::unit_uniform((k << 9) | (k & 511u));
        if (static_cast<double>(u) != (k + 0.5) * 0x1p-23) FAIL("cell " << k);
        if (hot::unit_uniform(~(k << 9)) != 1.0f - u) FAIL("mirror of cell " << k);
    }
}

TEST_CASE("ordered bits order as floats do, and lead back to them", "[core][hot]") {
    constexpr float inf = std::numeric_limits<float>::infinity();
    constexpr float tiny = std::numeric_limits<float>::denorm_min();
    const float ascending[] = {-inf, -3.5F, -1.0F, -tiny, 0.0F, tiny, 1.0F, 1.0000001F, inf};
    for (std::size_t i = 0; i < std::size(ascending); ++i) {
        CHECK(hot::from_ordered_bits(hot::ordered_bits(ascending[i])) == ascending[i]);
        if (i > 0) CHECK(hot::ordered_bits(ascending[i - 1]) < hot::ordered_bits(ascending[i]));
    }
    CHECK(hot::ordered_bits(-0.0F) + 1 == hot::ordered_bits(0.0F));
}

TEST_CASE("hot normal quantile keeps its bound in the centre and both tails", "[core][hot]") {
    double worst = 0.0;
    const std::uint32_t cells = 1u << 23;
    for (std::uint32_t k = 0; k < cells; k += (k < 2000 || k >= cells - 2000) ? 1 : 499) {
        const float u = hot::unit_uniform(k << 9);
        worst = std::max(worst, ulp_error(hot::normal_quantile(u), exact_quantile(u)));
    }
    CHECK(worst < 6.0);
    CHECK(hot::normal_quantile(0.5f) == 0.0f);
}

TEST_CASE("hot normal quantile is odd about one half", "[core][hot]") {
    for (std::uint32_t k = 0; k < (1u << 22); k += 97) {
        const float u = hot::unit_uniform(k << 9);
        if (hot::normal_quantile(u) != -hot::normal_quantile(1.0f - u)) FAIL("u = " << u);
    }
}

TEST_CASE("box_muller gives radius and angle of its two words", "[core][hot]") {
    const long double turn = 2.0L * std::acos(-1.0L);
    for (std::uint32_t k = 0; k < 200000; ++k) {
        const std::uint32_t w0 = k * 2654435761u, w1 = k * 2246822519u + 12345u;
        float z0, z1;
        hot::box_muller(w0, w1, z0, z1);
        const long double radius =
            std::sqrt(-2.0L * std::log(static_cast<long double>(hot::unit_uniform(w0))));
        // The quadrant from two bits, the angle within it from -1/8 to 1/8 of a turn.
        const long double place = static_cast<std::int32_t>(w1 << 2) * 0x1p-34L;
        const long double angle = turn * ((w1 >> 30) * 0.25L + place);
        const long double error = std::max(std::fabs(z0 - radius * std::cos(angle)),
                                           std::fabs(z1 - radius * std::sin(angle)));
        if (error > 1.5e-6L) FAIL("words " << w0 << " " << w1 << ": " << error);
    }
}

TEST_CASE("hot exp and log at finer resolution", "[core][hot][slow]") {
    CHECK(worst_ulp(0.0f, 88.37f, 17, hot_exp, exact_exp) < 1.1);
    CHECK(worst_ulp(-0.0f, -87.33654f, 17, hot_exp, exact_exp) < 1.1);
    CHECK(worst_ulp(std::numeric_limits<float>::min(), std::numeric_limits<float>::max(), 41,
                    hot_log, exact_log) < 1.0);
}
