#include "engine/population/synthesis.h"

#include <algorithm>

#include "engine/core/math/math.h"
#include "engine/core/parallel.h"
#include "engine/population/attributes.h"
#include "engine/population/draft.h"
#include "engine/population/hot_start.h"
#include "engine/population/register.h"
#include "engine/population/synthesis_draws.h"

namespace zhaimao {
namespace {

// Permanent income per head of each source: the household's income split by shares that vary with
// its rank.
void set_incomes(CountyPopulation& population, Draft& draft, const IncomeDistribution& income,
                 double log_mean, Isa isa) {
    const std::size_t households = draft.households();
    population.observed = std::move(draft.observed);
    population.observed_before = std::move(draft.observed_before);
    population.measurement = std::move(draft.measurement);
    IncomeKernel k;
    k.level = static_cast<float>(math::exp(log_mean));
    k.rank = draft.rank.data();
    k.deviation = draft.deviation.data();
    k.observed = population.observed.data();
    k.observed_before = population.observed_before.data();
    for (std::size_t s = 0; s < source_count; ++s) {
        k.lowest[s] = static_cast<float>(income.lowest[s]);
        k.slope[s] = static_cast<float>(income.highest[s]) - k.lowest[s];
        population.income[s].resize(households);
        k.income[s] = population.income[s].data();
    }
    start_kernels(isa).incomes(k, households);
}

// What becomes of a draft: its register opens, its attributes are drawn. The columns that stay as
// they are are taken from it.
CountyPopulation settle(Draft& draft, const PopulationInputs& inputs, std::size_t county,
                        const County& area, Isa isa) {
    const RegisterStart start = open_register(inputs, county, area, draft, isa);
    CountyPopulation population;
    population.people = draft.people;
    set_incomes(population, draft, inputs.income, start.log_mean, isa);
    population.traits.resize(draft.households());
    population.village.resize(draft.households());
    population.state.assign(draft.households(), 0);
    const auto set_status = [&](const std::vector<std::uint32_t>& rows, Status status) {
        for (const std::uint32_t row : rows)
            population.state[row] = state::Status::set(0, static_cast<std::uint32_t>(status));
    };
    set_status(start.rows, Status::registered);
    set_status(start.exited, Status::exited);
    draw_attributes(population, draft, inputs, county, SynthesisDraws(inputs.seed, area.code, isa),
                    start.log_mean);
    population.complete_state();
    tally_start(population, inputs.line, isa);
    return population;
}

}  // namespace

CountyPopulation synthesise_county(const PopulationInputs& inputs, std::size_t county,
                                   const County& area, Isa isa) {
    Draft draft = draft_county(inputs, county, area, isa);
    return settle(draft, inputs, county, area, isa);
}

Population synthesise(const PopulationInputs& inputs, const std::vector<County>& areas, Isa isa,
                      std::size_t threads) {
    Population population;
    population.counties.resize(areas.size());
    std::vector<Draft> drafts(std::max<std::size_t>(1, threads));
    for_each_index(areas.size(), threads, [&](std::size_t c, std::size_t worker) {
        draft_county(drafts[worker], inputs, c, areas[c], isa);
        population.counties[c] = settle(drafts[worker], inputs, c, areas[c], isa);
    });
    return population;
}

}  // namespace zhaimao
