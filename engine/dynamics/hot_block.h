// The scratch of a block of households in the dense pass: it stays in the first-level cache.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/dynamics/hot_flags.h"

namespace zhaimao {
namespace {

struct Block {
    std::uint32_t w0[block_size], w1[block_size], w2[block_size], w3[block_size];
    float operating[block_size], wages[block_size], property[block_size], income[block_size],
        weight[block_size];
    std::uint32_t event[block_size], years[block_size];
    Flags flag;
};

}  // namespace
}  // namespace zhaimao
