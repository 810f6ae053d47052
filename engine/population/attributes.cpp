#include "engine/population/attributes.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math/hot.h"
#include "engine/core/math/math.h"
#include "engine/population/census.h"

namespace zhaimao {
namespace {

constexpr std::size_t most_people = trait::People::max;

// The rates as thresholds for single-precision uniforms.
struct TraitThresholds {
    float no_worker[2];                           // [poor]
    float workers[most_people + 1][most_people];  // [people][w]: probability of at most w workers
    float students[2][stage_count];               // [poor][stage]
    float causes[cause_count];                    // cumulative

    explicit TraitThresholds(const Composition& c);
};

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

TraitThresholds::TraitThresholds(const Composition& c) {
    const auto by_poverty = [](float& others, float& poor, const RateByPoverty& rate) {
        others = static_cast<float>(rate.others);
        poor = static_cast<float>(rate.poor);
    };
    by_poverty(no_worker[0], no_worker[1], c.no_worker);
    for (std::size_t n = 0; n <= most_people; ++n) set_workers(workers[n], n, c.workers_share);
    for (std::size_t s = 0; s < stage_count; ++s)
        by_poverty(students[0][s], students[1][s], c.students[s]);
    double sum = 0.0;
    for (std::size_t k = 0; k < cause_count; ++k)
        causes[k] = static_cast<float>(sum += c.causes[k]);
}

// At least one of a household that has any.
std::uint32_t workers_from(float u, std::uint32_t people, const TraitThresholds& t) {
    std::uint32_t workers = 0;
    while (workers < people && u >= t.workers[people][workers]) ++workers;
    return std::max(workers, 1U);
}

// A household needs one person beside each student.
std::uint32_t students_from(const WordBlock& words, std::size_t i,
                            const float (&rates)[stage_count], std::uint32_t people) {
    std::uint32_t stages = 0;
    std::uint32_t students = 0;
    for (std::size_t s = 0; s < stage_count; ++s) {
        if (hot::unit_uniform(words.w[s][i]) >= rates[s] || students + 1 >= people) continue;
        stages |= 1U << s;
        ++students;
    }
    return stages;
}

std::uint32_t cause_from(float u, const TraitThresholds& t) {
    std::uint32_t cause = 0;
    while (cause + 1 < cause_count && u >= t.causes[cause]) ++cause;
    return cause;
}

struct BlockWords {
    WordBlock composition, income, students;

    BlockWords(const SynthesisDraws& draws, std::uint32_t first) {
        draws.fill(composition, first, SynthesisPurpose::composition);
        draws.fill(income, first, SynthesisPurpose::income);
        draws.fill(students, first, SynthesisPurpose::students);
    }
};

std::uint32_t traits_of(const Draft& draft, std::size_t row, std::size_t i, const BlockWords& words,
                        const TraitThresholds& t, bool poor) {
    const std::uint32_t people = draft.size[row];
    const bool idle = hot::unit_uniform(words.composition.w[1][i]) < t.no_worker[poor];
    std::uint32_t traits = 0;
    traits = trait::People::set(traits, people);
    traits = trait::Workers::set(
        traits, idle ? 0U : workers_from(hot::unit_uniform(words.composition.w[2][i]), people, t));
    traits =
        trait::Students::set(traits, students_from(words.students, i, t.students[poor], people));
    traits = trait::Poor::set(traits, poor ? 1U : 0U);
    traits = trait::MainCause::set(traits, cause_from(hot::unit_uniform(words.income.w[2][i]), t));
    return trait::Unmet::set(traits, poor ? draft.unmet_if_poor[row] : draft.unmet_if_not[row]);
}

// Villages 0 .. registered_villages - 1 are on the register. A registered household's odds of
// living in one of them are `odds` times those of the others; villages of a kind are equally
// likely.
struct VillageDraw {
    float share[2];     // living in a registered village, [on the register]
    float villages[2];  // number, [of registered villages]

    VillageDraw(const CountyMarginals& m, double odds) {
        const double s =
            static_cast<double>(m.registered_villages) / static_cast<double>(m.villages);
        share[0] = static_cast<float>(s);
        share[1] = static_cast<float>(odds * s / (1.0 - s + odds * s));
        villages[0] = static_cast<float>(m.villages - m.registered_villages);
        villages[1] = static_cast<float>(m.registered_villages);
    }

    void draw(CountyPopulation& population, std::size_t row, float kind, float pick) const {
        const bool registered = kind < share[on_register(status_of(population.state[row]))];
        const auto place = static_cast<std::int32_t>(pick * villages[registered]);
        const float nth = std::min(static_cast<float>(place), villages[registered] - 1.0F);
        population.village[row] = static_cast<std::uint16_t>(registered ? nth : villages[1] + nth);
        population.traits[row] =
            trait::RegisteredVillage::set(population.traits[row], registered ? 1U : 0U);
    }
};

}  // namespace

void draw_attributes(CountyPopulation& population, const Draft& draft,
                     const PopulationInputs& inputs, std::size_t county,
                     const SynthesisDraws& draws, double log_mean) {
    const VillageDraw villages(inputs.counties[county], inputs.composition.village_odds);
    const auto mark =
        static_cast<float>(math::log(inputs.line * inputs.income.poverty_mark) - log_mean);
    const TraitThresholds thresholds(composition_in(inputs, county));
    for (std::size_t first = 0; first < draft.households(); first += WordBlock::size) {
        const BlockWords words(draws, static_cast<std::uint32_t>(first));
        const std::size_t n = std::min<std::size_t>(WordBlock::size, draft.households() - first);
        for (std::size_t i = 0; i < n; ++i) {
            const std::size_t row = first + i;
            const bool poor = draft.deviation[row] < mark;
            population.traits[row] = traits_of(draft, row, i, words, thresholds, poor);
            population.state[row] =
                state::Unmet::set(population.state[row], trait::Unmet::get(population.traits[row]));
            villages.draw(population, row, hot::unit_uniform(words.income.w[3][i]),
                          hot::unit_uniform(words.composition.w[3][i]));
        }
    }
}

void tally_start(CountyPopulation& p, double line) {
    p.start.classes.assign(IncomeClasses::count, 0);
    std::vector<float> income(p.households());  // in a loop of its own, several at a time
    for (std::size_t row = 0; row < income.size(); ++row)
        income[row] = p.observed[row] / hot::exp(p.measurement[row]);
    for (std::size_t row = 0; row < income.size(); ++row) {
        const double people = trait::People::get(p.traits[row]);
        p.start.count(income[row], static_cast<float>(line), people,
                      on_register(status_of(p.state[row])));
        for (std::size_t s = 0; s < source_count; ++s)
            p.start.source[s] += people * static_cast<double>(p.income[s][row]);
    }
}

}  // namespace zhaimao
