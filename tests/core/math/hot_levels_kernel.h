// The body of hot_levels_<level>.cpp, which defines RUN and is compiled for its level
// (tests/CMakeLists.txt).
#pragma once

#include "engine/core/math/hot.h"
#include "engine/core/random/philox.h"
#include "tests/core/math/hot_levels.h"

namespace zhaimao::hot_levels {
namespace {

float a[size], u[size], s[size], c[size];

void keep(std::uint32_t (&column)[size], const float (&values)[size]) {
    for (std::size_t i = 0; i < size; ++i) column[i] = hot::to_bits(values[i]);
}

}  // namespace

void RUN(const Input& input, Output& output) {
    auto& w = output.bits;
    philox_block(input.first_serial, size, 7, 3, 5, 11, 13, w[0], w[1], w[2], w[3]);
    for (std::size_t i = 0; i < size; ++i) {
        const std::uint32_t serial = input.first_serial + static_cast<std::uint32_t>(i);
        const Words words = philox4x32({serial, 7, 3, 5}, 11, 13);
        w[4][i] = words.w0;
        w[5][i] = words.w1;
        w[6][i] = words.w2;
        w[7][i] = words.w3;
    }
    for (std::size_t i = 0; i < size; ++i) a[i] = hot::exp(input.numbers[i]);
    keep(w[8], a);
    for (std::size_t i = 0; i < size; ++i) a[i] = hot::log(input.positives[i]);
    keep(w[9], a);
    for (std::size_t i = 0; i < size; ++i) u[i] = hot::unit_uniform(w[0][i]);
    keep(w[10], u);
    for (std::size_t i = 0; i < size; ++i) a[i] = hot::normal_quantile(u[i]);
    keep(w[11], a);
    for (std::size_t i = 0; i < size; ++i) hot::sincos_turns(u[i], s[i], c[i]);
    keep(w[12], s);
    keep(w[13], c);
    for (std::size_t i = 0; i < size; ++i) hot::box_muller(w[1][i], w[2][i], s[i], c[i]);
    keep(w[14], s);
    keep(w[15], c);
}

}  // namespace zhaimao::hot_levels
