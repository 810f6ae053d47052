#include "engine/population/attributes.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math/math.h"
#include "engine/population/census.h"
#include "engine/population/hot_start.h"

namespace zhaimao {
namespace {

constexpr std::size_t most_people = AttributeKernel::most_people;
static_assert(most_people == trait::People::max && AttributeKernel::stages == stage_count &&
              AttributeKernel::causes == cause_count);

// Binomial: each of n people able to work with probability p.
void set_workers(float (&at_most)[most_people], std::size_t n, double p) {
    double term = 1.0;
    for (std::size_t i = 0; i < n; ++i) term *= 1.0 - p;
    double sum = 0.0;
    for (std::size_t w = 0; w < most_people; ++w) {
        sum += term;
        at_most[w] = w < n && p < 1.0 ? static_cast<float>(sum) : (w < n ? 0.0F : 1.0F);
        term = p < 1.0 && w < n
                   ? term * p / (1.0 - p) * static_cast<double>(n - w) / static_cast<double>(w + 1)
                   : 0.0;
    }
}

void set_rates(AttributeKernel& k, const Composition& c) {
    const auto by_poverty = [](float& others, float& poor, const RateByPoverty& rate) {
        others = static_cast<float>(rate.others);
        poor = static_cast<float>(rate.poor);
    };
    by_poverty(k.no_worker[0], k.no_worker[1], c.no_worker);
    for (std::size_t n = 0; n <= k.largest; ++n) set_workers(k.workers[n], n, c.workers_share);
    for (std::size_t s = 0; s < stage_count; ++s)
        by_poverty(k.student[0][s], k.student[1][s], c.students[s]);
    double sum = 0.0;
    for (std::size_t cause = 0; cause < cause_count; ++cause)
        k.cause[cause] = static_cast<float>(sum += c.causes[cause]);
}

// Villages 0 .. registered_villages - 1 are on the register. A registered household's odds of
// living in one of them are `odds` times those of the others; villages of a kind are equally
// likely.
void set_villages(AttributeKernel& k, const CountyMarginals& m, double odds) {
    const double s = static_cast<double>(m.registered_villages) / static_cast<double>(m.villages);
    k.village_share[0] = static_cast<float>(s);
    k.village_share[1] = static_cast<float>(odds * s / (1.0 - s + odds * s));
    k.villages[0] = static_cast<float>(m.villages - m.registered_villages);
    k.villages[1] = static_cast<float>(m.registered_villages);
}

AttributeKernel kernel_of(CountyPopulation& population, const Draft& draft,
                          const SynthesisDraws& draws) {
    AttributeKernel k;
    k.composition = draws.key(SynthesisPurpose::composition);
    k.income = draws.key(SynthesisPurpose::income);
    k.students = draws.key(SynthesisPurpose::students);
    std::uint8_t largest = 0;
    for (const std::uint8_t size : draft.size) largest = std::max(largest, size);
    k.largest = largest;
    k.deviation = draft.deviation.data();
    k.size = draft.size.data();
    k.unmet_if_poor = draft.unmet_if_poor.data();
    k.unmet_if_not = draft.unmet_if_not.data();
    k.traits = population.traits.data();
    k.state = population.state.data();
    k.village = population.village.data();
    return k;
}

}  // namespace

void draw_attributes(CountyPopulation& population, const Draft& draft,
                     const PopulationInputs& inputs, std::size_t county,
                     const SynthesisDraws& draws, double log_mean) {
    AttributeKernel kernel = kernel_of(population, draft, draws);
    set_rates(kernel, composition_in(inputs, county));
    set_villages(kernel, inputs.counties[county], inputs.composition.village_odds);
    kernel.poverty_mark =
        static_cast<float>(math::log(inputs.line * inputs.income.poverty_mark) - log_mean);
    for (std::size_t first = 0; first < draft.households(); first += WordBlock::size)
        draws.attributes(kernel, first,
                         std::min<std::size_t>(WordBlock::size, draft.households() - first));
}

void tally_start(CountyPopulation& p, double line, Isa isa) {
    p.start.classes.assign(IncomeClasses::count, 0);
    TallyKernel k;
    k.line = static_cast<float>(line);
    for (std::size_t s = 0; s < source_count; ++s) k.income[s] = p.income[s].data();
    k.observed = p.observed.data();
    k.measurement = p.measurement.data();
    k.traits = p.traits.data();
    k.state = p.state.data();
    k.classes = p.start.classes.data();
    StartSums sums;
    start_kernels(isa).tally(k, p.households(), sums);
    p.start.people = sums.people;
    p.start.income = sums.income;
    std::copy(std::begin(sums.source), std::end(sums.source), p.start.source.begin());
    p.start.registered_people = sums.registered_people;
    p.start.registered_income = sums.registered_income;
    std::copy(std::begin(sums.poverty), std::end(sums.poverty), p.start.poverty.begin());
    p.start.not_finite = sums.not_finite;
    p.least_income = sums.least_source;
}

}  // namespace zhaimao
