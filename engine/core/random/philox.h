// Philox4x32-10 for a run of households, several at a time: the same words as philox4x32, two to
// three times as fast as what g++ 12 makes of a plain loop (it spends more on shuffling halves than
// on multiplying).
//
// Each lane is 64 bits wide and holds one counter word in its low half; the high half is whatever
// the last product left there, since the multiplication reads the low halves only. Vectors come in
// pairs, even and odd households, so that the results interleave by a shift and an or.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/core/random/philox4x32.h"
#include "engine/core/register_width.h"

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace zhaimao {

namespace philox {
namespace {  // the width of a lane group differs between instruction sets: nothing may be shared

constexpr std::size_t lane_count = register_bytes / sizeof(std::uint64_t);
typedef std::uint64_t Lanes __attribute__((vector_size(lane_count * sizeof(std::uint64_t))));

// 32 x 32 -> 64 bits of the low halves.
static inline __attribute__((always_inline)) Lanes low_product(Lanes a, Lanes b) {
#if defined(__AVX512F__)
    return reinterpret_cast<Lanes>(
        _mm512_maskz_mul_epu32(0xFF, reinterpret_cast<__m512i>(a), reinterpret_cast<__m512i>(b)));
#elif defined(__AVX2__)
    return reinterpret_cast<Lanes>(
        _mm256_mul_epu32(reinterpret_cast<__m256i>(a), reinterpret_cast<__m256i>(b)));
#elif defined(__SSE2__)
    return reinterpret_cast<Lanes>(
        _mm_mul_epu32(reinterpret_cast<__m128i>(a), reinterpret_cast<__m128i>(b)));
#else
    return (a & 0xFFFFFFFFu) * (b & 0xFFFFFFFFu);
#endif
}

struct LaneWords {
    Lanes w0, w1, w2, w3;
};

// Four independent chains, round by round in turn: one alone would wait for its own products.
constexpr std::size_t group_count = 4;

static inline __attribute__((always_inline)) void all_rounds(LaneWords (&x)[group_count],
                                                             std::uint32_t key_0,
                                                             std::uint32_t key_1) {
    const Lanes m0 = Lanes{} + multiplier_0;
    const Lanes m1 = Lanes{} + multiplier_1;
#pragma GCC unroll 10
    for (int round = 0; round < rounds; ++round) {
#pragma GCC unroll 4
        for (std::size_t group = 0; group < group_count; ++group) {
            const Lanes product_0 = low_product(x[group].w0, m0);
            const Lanes product_1 = low_product(x[group].w2, m1);
            x[group] = LaneWords{(product_1 >> 32) ^ x[group].w1 ^ key_0, product_1,
                                 (product_0 >> 32) ^ x[group].w3 ^ key_1, product_0};
        }
        key_0 += weyl_0;
        key_1 += weyl_1;
    }
}

static inline __attribute__((always_inline)) void store(std::uint32_t* to, Lanes even, Lanes odd) {
    const Lanes both =
        (even & 0xFFFFFFFFu) | (odd << 32);  // little-endian: the even one comes first
    __builtin_memcpy(to, &both, sizeof both);
}

}  // namespace
}  // namespace philox

// The words of the n households first_serial, first_serial + 1, ... (mod 2^32), each word in an
// array of its own. The arrays must not overlap; they need no alignment.
static inline __attribute__((always_inline)) void philox_block(
    std::uint32_t first_serial, std::size_t n, std::uint32_t area, std::uint32_t replicate,
    std::uint32_t year_purpose, std::uint32_t key_0, std::uint32_t key_1,
    std::uint32_t* __restrict w0, std::uint32_t* __restrict w1, std::uint32_t* __restrict w2,
    std::uint32_t* __restrict w3) {
    using philox::lane_count;
    using philox::Lanes;
    constexpr std::size_t step = philox::group_count * lane_count;
    Lanes even{};
    for (std::size_t lane = 0; lane < lane_count; ++lane) even[lane] = first_serial + 2 * lane;
    const Lanes x1 = Lanes{} + area, x2 = Lanes{} + replicate, x3 = Lanes{} + year_purpose;
    const std::size_t whole = n - n % step;
    for (std::size_t i = 0; i < whole; i += step, even += step) {
        const Lanes next = even + 2 * lane_count;
        philox::LaneWords x[philox::group_count] = {
            {even, x1, x2, x3}, {even + 1, x1, x2, x3}, {next, x1, x2, x3}, {next + 1, x1, x2, x3}};
        philox::all_rounds(x, key_0, key_1);
        for (std::size_t pair = 0; pair < 2; ++pair) {
            const philox::LaneWords &a = x[2 * pair], &b = x[2 * pair + 1];
            const std::size_t at = i + 2 * lane_count * pair;
            philox::store(w0 + at, a.w0, b.w0);
            philox::store(w1 + at, a.w1, b.w1);
            philox::store(w2 + at, a.w2, b.w2);
            philox::store(w3 + at, a.w3, b.w3);
        }
    }
    for (std::size_t i = whole; i < n; ++i) {
        const std::uint32_t serial = first_serial + static_cast<std::uint32_t>(i);
        const Words words = philox4x32(Words{serial, area, replicate, year_purpose}, key_0, key_1);
        w0[i] = words.w0;
        w1[i] = words.w1;
        w2[i] = words.w2;
        w3[i] = words.w3;
    }
}

// Words 0 (the upper half) and 1 (the lower) of any n households.
static inline __attribute__((always_inline)) void philox_list(
    const std::uint32_t* __restrict serials, std::size_t n, std::uint32_t area,
    std::uint32_t replicate, std::uint32_t year_purpose, std::uint32_t key_0, std::uint32_t key_1,
    std::uint64_t* __restrict words) {
    using philox::lane_count;
    using philox::Lanes;
    typedef std::uint32_t Serials __attribute__((vector_size(lane_count * sizeof(std::uint32_t))));
    constexpr std::size_t step = philox::group_count * lane_count;
    const Lanes x1 = Lanes{} + area, x2 = Lanes{} + replicate, x3 = Lanes{} + year_purpose;
    const std::size_t whole = n - n % step;
    for (std::size_t i = 0; i < whole; i += step) {
        philox::LaneWords x[philox::group_count];
        for (std::size_t group = 0; group < philox::group_count; ++group) {
            Serials of_group;
            __builtin_memcpy(&of_group, serials + i + group * lane_count, sizeof of_group);
            x[group] = {__builtin_convertvector(of_group, Lanes), x1, x2, x3};
        }
        philox::all_rounds(x, key_0, key_1);
        for (std::size_t group = 0; group < philox::group_count; ++group) {
            const Lanes both = (x[group].w0 << 32) | (x[group].w1 & 0xFFFFFFFFu);
            __builtin_memcpy(words + i + group * lane_count, &both, sizeof both);
        }
    }
    for (std::size_t i = whole; i < n; ++i) {
        const Words w = philox4x32(Words{serials[i], area, replicate, year_purpose}, key_0, key_1);
        words[i] = std::uint64_t{w.w0} << 32 | w.w1;
    }
}

}  // namespace zhaimao
