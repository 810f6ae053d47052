// Claim: 30 million households of Linfen's plan are made in a second on one core with AVX-512, 20
// million with AVX2, 11 million with neither, so that replicates with populations of their own cost
// little more than those that share one. Memory that the process has not used before costs as much
// again as the system takes to hand it over (0.02 s a million). By instruction set: 0 x86-64, 1 v3,
// 2 v4.
#include "engine/population/synthesis.h"

#include <benchmark/benchmark.h>

#include "bench/micro/scenario.h"

using namespace zhaimao;

namespace {

void synthesis_of_a_county(benchmark::State& state) {
    const Isa isa = all_isas[static_cast<std::size_t>(state.range(0))];
    if (!is_supported(isa)) return state.SkipWithError("not on this machine");
    const Scenario s = project_of("scenarios/linfen-plan.yaml").central;
    std::int64_t households = 0;
    for (auto _ : state)
        households += static_cast<std::int64_t>(
            synthesise_county(s.population, 0, s.counties[0], isa).households());
    state.SetItemsProcessed(households);
}
BENCHMARK(synthesis_of_a_county)->DenseRange(0, 2)->Unit(benchmark::kMillisecond);

}  // namespace
