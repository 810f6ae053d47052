// The words of a block of households, and the columns that the block needs: memory brings them
// while the processor draws.
//
// Each run of households asks for its own lines, a few dozen at a time: a processor keeps no more
// under way, so that a whole block's, asked for at once, would wait for one another.
//
// Everything is local to the source that includes it, as in hot_flags.h. Always inlined: g++ sees
// no effect in a function that only asks for lines, and drops calls of it.
#pragma once

#include "engine/core/random/philox.h"
#include "engine/dynamics/hot_block.h"
#include "engine/dynamics/hot_pass.h"

namespace zhaimao {
namespace {

constexpr std::size_t run_size = 64;    // households: four lines of most columns
constexpr std::size_t line_bytes = 64;  // of the cache

// Asks for the lines of n rows; null: no such column.
template <class T>
inline __attribute__((always_inline)) void fetch(const T* column, std::size_t first,
                                                 std::size_t n) {
    if (column == nullptr) return;
    const char* const from = reinterpret_cast<const char*>(column + first);
    for (std::size_t at = 0; at < n * sizeof(T); at += line_bytes) __builtin_prefetch(from + at);
}

// All columns but the multiplier, which is written over and may be any memory that is at hand.
inline __attribute__((always_inline)) void fetch_rows(const LivePass& p, std::size_t first,
                                                      std::size_t n) {
    for (const float* column : p.income) fetch(column, first, n);
    fetch(p.traits, first, n);
    fetch(p.state, first, n);
    fetch(p.deviation, first, n);
    fetch(p.observed, first, n);
    if (p.has_measurement) fetch(p.measurement, first, n);
    if (p.village_event != nullptr) fetch(p.village, first, n);
}

void draw_words(const LivePass& p, Block& b, std::size_t first, std::size_t n) {
    for (std::size_t at = 0; at < n; at += run_size) {
        const std::size_t run = n - at < run_size ? n - at : run_size;
        fetch_rows(p, first + at, run);
        philox_block(static_cast<std::uint32_t>(first + at), run, p.area, p.replicate,
                     p.year_purpose, p.key0, p.key1, b.w0 + at, b.w1 + at, b.w2 + at, b.w3 + at);
    }
}

}  // namespace
}  // namespace zhaimao
