// Claim: the dense pass lives 100 million household-years a second and core with AVX-512, and a
// county's columns may be larger than the first-level cache: they are read once, in order. By
// instruction set: 0 x86-64, 1 v3, 2 v4; and by households.
#include <benchmark/benchmark.h>

#include <vector>

#include "engine/dynamics/county_state.h"
#include "engine/dynamics/hot_pass.h"
#include "engine/population/household.h"

using namespace zhaimao;

namespace {

constexpr float income = 5000.0F, line = 3000.0F;

struct County {
    explicit County(std::size_t n)
        : source(n, income / 4),
          deviation(n, 0.0F),
          measurement(n, 0.0F),
          observed(n, income),
          multiplier(n, 1.0F),
          traits(n, trait::People::set(0, 3)),
          state(n, 0),
          village(n, 0) {
        screened.resize(n);
    }

    std::vector<float> source, deviation, measurement, observed, multiplier;
    std::vector<std::uint32_t> traits, state;
    std::vector<std::uint16_t> village;
    Screened screened;

    LivePass pass(bool measured) {
        LivePass p;
        p.households = traits.size();
        for (const float*& column : p.income) column = source.data();
        p.traits = traits.data();
        p.village = village.data();
        p.state = state.data();
        p.deviation = deviation.data();
        p.measurement = measurement.data();
        p.observed = observed.data();
        p.multiplier = multiplier.data();
        p.screened = screened.pointers();
        p.persistence = 0.9F;
        p.permanent_sd = 0.1F;
        p.transitory_sd = 0.2F;
        p.has_measurement = measured;
        p.measurement_persistence = 0.8F;
        p.measurement_innovation = 0.09F;
        p.line = line;
        p.screen = 0.8F * line;
        return p;
    }
};

void measure(benchmark::State& state, bool measured) {
    const Isa isa = all_isas[static_cast<std::size_t>(state.range(0))];
    if (!is_supported(isa)) return state.SkipWithError("not on this machine");
    County county(static_cast<std::size_t>(state.range(1)));
    LivePass pass = county.pass(measured);
    const LiveKernel kernel = live_kernel(isa);
    for (auto _ : state) {
        ++pass.replicate;
        pass.measurement_replicate = pass.replicate;
        pass.screened_count = 0;
        kernel(pass);
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * state.range(1));
}

void live_without_measurement_error(benchmark::State& state) {
    measure(state, false);
}
void live_with_measurement_error(benchmark::State& state) {
    measure(state, true);
}
BENCHMARK(live_without_measurement_error)->ArgsProduct({{0, 1, 2}, {512, 65536}});
BENCHMARK(live_with_measurement_error)->ArgsProduct({{0, 1, 2}, {512, 65536, 1 << 20}});

}  // namespace
