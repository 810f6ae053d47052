// Claim: a household-year's luck (one Philox call, two to three normals, one to two exponentials)
// takes about 4 ns with AVX-512, so that 100 million household-years per second and core are in
// reach. Compares the block loop with a plain loop, and fused with split transforms. The build
// measures baseline x86-64; other levels: CXXFLAGS=-march=x86-64-v4 and the like.
#include <benchmark/benchmark.h>

#include "engine/core/math/hot.h"
#include "engine/core/random/philox.h"

using namespace zhaimao;

namespace {

constexpr std::size_t largest = 8192;
alignas(64) std::uint32_t w0[largest], w1[largest], w2[largest], w3[largest];
alignas(64) float deviation[largest], measured[largest], multiplier[largest], seen[largest];
alignas(64) float z0[largest], z1[largest], z2[largest];

// Once their addresses are out, stores to them may be read by anybody and are not dropped.
void let_out() {
    for (std::uint32_t* column : {w0, w1, w2, w3}) benchmark::DoNotOptimize(column);
    for (float* column : {deviation, measured, multiplier, seen, z0, z1, z2})
        benchmark::DoNotOptimize(column);
}

void count(benchmark::State& state) {
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

std::size_t size(const benchmark::State& state) {
    return static_cast<std::size_t>(state.range(0));
}

void draw(std::uint32_t first, std::size_t n) {
    philox_block(first, n, 141030, 3, (2016u << 20) | 77u, 1, 2, w0, w1, w2, w3);
}

void philox_blocks(benchmark::State& state) {
    let_out();
    std::uint32_t first = 0;
    for (auto _ : state) {
        draw(first += 1024, size(state));
        benchmark::ClobberMemory();
    }
    count(state);
}

void philox_plain(benchmark::State& state) {
    let_out();
    std::uint32_t first = 0;
    for (auto _ : state) {
        const std::size_t n = size(state);
        for (std::size_t i = 0; i < n; ++i) {
            const Words w =
                philox4x32({first + static_cast<std::uint32_t>(i), 141030, 3, 77u}, 1, 2);
            w0[i] = w.w0, w1[i] = w.w1, w2[i] = w.w2, w3[i] = w.w3;
        }
        first += 1024;
        benchmark::ClobberMemory();
    }
    count(state);
}

// Permanent and transitory luck by Box-Muller, measurement by inversion, two exponentials: one
// loop.
void luck_fused(benchmark::State& state) {
    let_out();
    std::uint32_t first = 0;
    for (auto _ : state) {
        const std::size_t n = size(state);
        draw(first += 1024, n);
        for (std::size_t i = 0; i < n; ++i) {
            float permanent, transitory;
            hot::box_muller(w0[i], w1[i], permanent, transitory);
            deviation[i] = 0.9f * deviation[i] + 0.1f * permanent;
            multiplier[i] = hot::exp(deviation[i] + 0.2f * transitory - 0.02f);
            measured[i] =
                0.8f * measured[i] + 0.09f * hot::normal_quantile(hot::unit_uniform(w3[i]));
            seen[i] = multiplier[i] * hot::exp(measured[i]);
        }
        benchmark::ClobberMemory();
    }
    count(state);
}

// The same in four loops over the block.
void luck_split(benchmark::State& state) {
    let_out();
    std::uint32_t first = 0;
    for (auto _ : state) {
        const std::size_t n = size(state);
        draw(first += 1024, n);
        for (std::size_t i = 0; i < n; ++i) hot::box_muller(w0[i], w1[i], z0[i], z1[i]);
        for (std::size_t i = 0; i < n; ++i) z2[i] = hot::normal_quantile(hot::unit_uniform(w3[i]));
        for (std::size_t i = 0; i < n; ++i) {
            deviation[i] = 0.9f * deviation[i] + 0.1f * z0[i];
            multiplier[i] = hot::exp(deviation[i] + 0.2f * z1[i] - 0.02f);
        }
        for (std::size_t i = 0; i < n; ++i) {
            measured[i] = 0.8f * measured[i] + 0.09f * z2[i];
            seen[i] = multiplier[i] * hot::exp(measured[i]);
        }
        benchmark::ClobberMemory();
    }
    count(state);
}

// Two loops: luck, measurement.
void luck_in_two(benchmark::State& state) {
    let_out();
    std::uint32_t first = 0;
    for (auto _ : state) {
        const std::size_t n = size(state);
        draw(first += 1024, n);
        for (std::size_t i = 0; i < n; ++i) {
            float permanent, transitory;
            hot::box_muller(w0[i], w1[i], permanent, transitory);
            deviation[i] = 0.9f * deviation[i] + 0.1f * permanent;
            multiplier[i] = hot::exp(deviation[i] + 0.2f * transitory - 0.02f);
        }
        for (std::size_t i = 0; i < n; ++i) {
            measured[i] =
                0.8f * measured[i] + 0.09f * hot::normal_quantile(hot::unit_uniform(w3[i]));
            seen[i] = multiplier[i] * hot::exp(measured[i]);
        }
        benchmark::ClobberMemory();
    }
    count(state);
}

BENCHMARK(philox_blocks)->Arg(1024);
BENCHMARK(philox_plain)->Arg(1024);
BENCHMARK(luck_fused)->Arg(256)->Arg(512)->Arg(1024)->Arg(4096);
BENCHMARK(luck_split)->Arg(256)->Arg(512)->Arg(1024)->Arg(4096);
BENCHMARK(luck_in_two)->Arg(256)->Arg(512)->Arg(1024)->Arg(4096);

}  // namespace
