// Claim: a case's own year, sources and expenses before and income after effects, costs under 50
// ns, so that the tenth of the households who are cases cost no more than the dense pass over all.
#include <benchmark/benchmark.h>

#include "bench/micro/scenario.h"
#include "engine/population/read_population.h"
#include "engine/simulation/year.h"

using namespace zhaimao;

namespace {

void year_of_a_case(benchmark::State& state) {
    const Scenario s = project_of("scenarios/linfen-plan.yaml").central;
    World world(s, std::make_shared<const Population>(make_population(s.population, s.counties)),
                Draws(s.population.seed, 1), best_isa());
    simulate_year(world, s.start + 1);
    CountyWorld& county = world.counties.front();
    for (auto _ : state) {
        earn_cases(county.cases, county.state, s.dynamics, county.growth, world.case_year);
        see_cases(county.cases, county.state, world.case_year);
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() *
                            static_cast<std::int64_t>(county.state.cases.size()));
}
BENCHMARK(year_of_a_case)->Unit(benchmark::kMicrosecond);

}  // namespace
