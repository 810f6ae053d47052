// Claim: the hot functions cost well under a nanosecond an element, so that the dense pass is bound
// by its random numbers. One block of 1024 floats that stays in the first-level cache; seconds per
// element are the inverse of items_per_second. The build measures baseline x86-64; other levels:
// CXXFLAGS=-march=x86-64-v4 and the like.
#include "engine/core/math/hot.h"

#include <benchmark/benchmark.h>

using namespace zhaimao;

namespace {

constexpr std::size_t block = 1024;
alignas(64) float number[block], share[block], out[block], out2[block];
alignas(64) std::uint32_t word[block], word2[block];

void fill() {
    for (std::uint32_t i = 0; i < block; ++i) {
        word[i] = i * 2654435761u;
        word2[i] = i * 2246822519u + 77u;
        share[i] = hot::unit_uniform(word[i]);
        number[i] = 8.0f * share[i] - 4.0f;
    }
    // Once their addresses are out, stores to them may be read by anybody and are not dropped.
    for (float* column : {number, share, out, out2}) benchmark::DoNotOptimize(column);
    for (std::uint32_t* column : {word, word2}) benchmark::DoNotOptimize(column);
}

// The body is a template argument so that the loop inlines it; the barrier keeps each pass.
template <class Body>
void measure(benchmark::State& state, const Body& body) {
    fill();
    for (auto _ : state) {
        for (std::size_t i = 0; i < block; ++i) body(i);
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(block));
}

#define MEASURE(name, statement)                                                     \
    void name(benchmark::State& state) {                                             \
        measure(                                                                     \
            state, [](std::size_t i) __attribute__((always_inline)) { statement; }); \
    }                                                                                \
    BENCHMARK(name)

MEASURE(exp, out[i] = hot::exp(number[i]));
MEASURE(log, out[i] = hot::log(share[i]));
MEASURE(sincos_turns, hot::sincos_turns(share[i], out[i], out2[i]));
MEASURE(unit_uniform, out[i] = hot::unit_uniform(word[i]));
MEASURE(normal_quantile, out[i] = hot::normal_quantile(share[i]));
MEASURE(normal_from_word, out[i] = hot::normal_quantile(hot::unit_uniform(word[i])));
MEASURE(box_muller_two_normals, hot::box_muller(word[i], word2[i], out[i], out2[i]));

}  // namespace
