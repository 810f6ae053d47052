// One loop for each hot function, compiled once per instruction set: what every level must
// reproduce.
#pragma once

#include <cstddef>
#include <cstdint>

namespace zhaimao::hot_levels {

inline constexpr std::size_t size = 4099;   // odd, so that vector loops have a remainder
inline constexpr std::size_t columns = 16;  // of results: eight of words, eight of floats

// Plain arrays: a standard container in code compiled for one instruction set could be linked into
// code for another.
struct Input {
    float numbers[size];    // between -100 and 100
    float positives[size];  // over all exponents
    std::uint32_t first_serial;
};

// The bits of every result, function after function: the words of philox_block, those of
// philox4x32, then exp, log, uniform, quantile, sine, cosine and two normals.
struct Output {
    std::uint32_t bits[columns][size];
};

void run_scalar(const Input& input, Output& output);
void run_baseline(const Input& input, Output& output);
void run_v3(const Input& input, Output& output);
void run_v4(const Input& input, Output& output);

}  // namespace zhaimao::hot_levels
