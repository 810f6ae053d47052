// Claim: a small scenario is in its first year under 0.1 s after the start: read, resolved and
// checked, its population made, the year lived.
#include <benchmark/benchmark.h>

#include "bench/micro/scenario.h"
#include "engine/population/read_population.h"
#include "engine/simulation/year.h"

using namespace zhaimao;

namespace {

void first_year(benchmark::State& state, const std::string& file,
                const std::vector<std::string>& settings) {
    for (auto _ : state) {
        const Project project = project_of(file, settings);
        const Scenario s = draw_scenario(project, project.seed, 1);
        World world(s,
                    std::make_shared<const Population>(make_population(s.population, s.counties)),
                    Draws(project.seed, 1), best_isa());
        simulate_year(world, s.start + 1);
        benchmark::DoNotOptimize(world.record.data());
    }
}

void first_year_of_20000_households(benchmark::State& state) {
    first_year(state, "bench/exitbench-sample.yaml", {});
}
void first_year_of_linfen_one_in_50(benchmark::State& state) {
    first_year(state, "scenarios/linfen-plan.yaml", {"population.sample.one_in=50"});
}
BENCHMARK(first_year_of_20000_households)->Unit(benchmark::kMillisecond);
BENCHMARK(first_year_of_linfen_one_in_50)->Unit(benchmark::kMillisecond);

}  // namespace
