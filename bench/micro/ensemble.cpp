// Claim: a replicate costs its household-years and little else. Drawing a scenario anew takes under
// 0.5 ms, and 64 replicates take no more than 64 times one.
#include <benchmark/benchmark.h>

#include "bench/micro/scenario.h"
#include "engine/ensemble/run.h"

using namespace zhaimao;

namespace {

void draw_linfen_scenario(benchmark::State& state) {
    const Project project = project_of("scenarios/linfen-plan.yaml");
    std::uint32_t replicate = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(draw_scenario(project, project.seed, ++replicate));
}
BENCHMARK(draw_linfen_scenario)->Unit(benchmark::kMicrosecond);

void replicates_of_20000_households(benchmark::State& state) {
    const Project project = project_of("bench/exitbench-sample.yaml");
    RunOptions options;
    options.replicates = static_cast<int>(state.range(0));
    options.seed = project.seed;
    options.isa = best_isa();
    std::int64_t households = 0;
    for (auto _ : state) households = run_ensemble(project, options)->households;
    state.SetItemsProcessed(state.iterations() * state.range(0) * households *
                            (project.central.horizon - project.central.start));
}
BENCHMARK(replicates_of_20000_households)->Arg(1)->Arg(8)->Arg(64)->Unit(benchmark::kMillisecond);

}  // namespace
