// Flags of a block of households in a dense pass: set in a vectorised loop, then the few that are
// set are looked at one by one.
//
// Everything is local to the source that includes it and always inlined: no copy compiled for one
// instruction set can be linked into code for another.
#pragma once

#include <cstddef>
#include <cstdint>

namespace zhaimao {
namespace {

constexpr std::size_t block_size = 512;  // sums are taken by block: another size, other last bits
using Flags = std::uint8_t[block_size];  // 0 or 1 each

// Calls f(i) for every i < n whose flag is set, in order; whole words of clear flags are skipped.
template <class F>
inline __attribute__((always_inline)) void for_each_flag(Flags& flag, std::size_t n, F f) {
    for (std::size_t i = n; i < (n + 7) / 8 * 8; ++i) flag[i] = 0;
    for (std::size_t at = 0; at < n; at += 8) {
        std::uint64_t eight;
        __builtin_memcpy(&eight, flag + at, 8);
        while (eight != 0) {
            const auto bit = static_cast<std::size_t>(__builtin_ctzll(eight));
            f(at + bit / 8);
            eight &= ~(std::uint64_t{0xFF} << (bit / 8 * 8));
        }
    }
}

}  // namespace
}  // namespace zhaimao
