// Philox4x32-10, the counter-based generator: four random words from four counter words and two key
// words.
//
//   round:  (x0, x1, x2, x3) <- (hi(M1 x2) ^ x1 ^ k0,  lo(M1 x2),  hi(M0 x0) ^ x3 ^ k1,  lo(M0 x0))
//   ten rounds; before each but the first, k0 += W0 and k1 += W1
//
// A pure function of integers: equal counters and keys give equal words on every machine, in every
// order. Counters here are (household serial, area, replicate, year and purpose), the key is the
// seed; model, section 5. Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy
// as 1, 2, 3".
//
// Functions are static and always inlined, so that no copy compiled for one instruction set can be
// linked into code for another. A plain loop over philox4x32 is vectorised by the compiler;
// philox.h has the faster loop for runs of households.
#pragma once

#include <cstdint>

namespace zhaimao {

namespace philox {
inline constexpr std::uint32_t multiplier_0 = 0xD2511F53u;
inline constexpr std::uint32_t multiplier_1 = 0xCD9E8D57u;
inline constexpr std::uint32_t weyl_0 = 0x9E3779B9u;  // golden ratio
inline constexpr std::uint32_t weyl_1 = 0xBB67AE85u;  // sqrt(3) - 1
inline constexpr int rounds = 10;
}  // namespace philox

struct Words {
    std::uint32_t w0 = 0, w1 = 0, w2 = 0, w3 = 0;
};

static inline __attribute__((always_inline)) Words philox4x32(Words counter, std::uint32_t key_0,
                                                              std::uint32_t key_1) {
#pragma GCC unroll 10
    for (int round = 0; round < philox::rounds; ++round) {
        const std::uint64_t product_0 = std::uint64_t{counter.w0} * philox::multiplier_0;
        const std::uint64_t product_1 = std::uint64_t{counter.w2} * philox::multiplier_1;
        counter = Words{static_cast<std::uint32_t>(product_1 >> 32) ^ counter.w1 ^ key_0,
                        static_cast<std::uint32_t>(product_1),
                        static_cast<std::uint32_t>(product_0 >> 32) ^ counter.w3 ^ key_1,
                        static_cast<std::uint32_t>(product_0)};
        key_0 += philox::weyl_0;
        key_1 += philox::weyl_1;
    }
    return counter;
}

}  // namespace zhaimao
