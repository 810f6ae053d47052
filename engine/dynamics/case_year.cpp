#include "engine/dynamics/case_year.h"

#include <algorithm>
#include <bit>

#include "engine/core/math/hot.h"

namespace zhaimao {
namespace {

float schooling_expense(std::uint32_t stages, const Expenses& expenses) {
    double yuan = 0.0;
    for (std::size_t s = 0; s < stage_count; ++s)
        if ((stages >> s) & 1U) yuan += expenses.schooling[s];
    return static_cast<float>(yuan);
}

// What events and students do to a household, looked up by their bits in the state.
struct Hardships {
    std::array<float, state::Event::max + 1> kept[2], illness{};
    std::array<float, state::Students::max + 1> schooling{};

    explicit Hardships(const Dynamics& dynamics) {
        for (auto& share : kept) share.fill(1.0F);
        for (std::size_t e = 0; e < dynamics.events.size(); ++e) {
            for (std::size_t s = 0; s < 2; ++s)
                kept[s][e + 1] = static_cast<float>(1.0 - dynamics.events[e].loses[s]);
            illness[e + 1] = static_cast<float>(dynamics.events[e].expense);
        }
        for (std::uint32_t stages = 0; stages < schooling.size(); ++stages)
            schooling[stages] = schooling_expense(stages, dynamics.expenses);
    }
};

// What stands in the columns of all rows: far apart, so nothing else is done meanwhile.
void fetch(CaseYear& year, CountyState& state, bool measurement_moves) {
    Cases& cases = state.cases;
    for (std::size_t c = 0; c < cases.size(); ++c) {
        const std::uint32_t row = cases.row[c];
        cases.state[c] = state.state[row];
        cases.deviation[c] = state.deviation[row];
        year.multiplier[c] = state.multiplier[row];
    }
    if (!measurement_moves) return;
    for (std::size_t c = 0; c < cases.size(); ++c)
        cases.measurement[c] = state.measurement[cases.row[c]];
}

void find_members(CaseYear& year, const Cases& cases) {
    std::uint32_t* const __restrict traits = year.traits.data();
    float* const __restrict people = year.people.data();
    float* const __restrict error = year.error.data();
    for (std::size_t c = 0; c < cases.size(); ++c) traits[c] = cases.traits_now(c);
    for (std::size_t c = 0; c < cases.size(); ++c)
        people[c] = static_cast<float>(static_cast<std::int32_t>(trait::People::get(traits[c])));
    const float* const __restrict measurement = cases.measurement.data();
    for (std::size_t c = 0; c < cases.size(); ++c) error[c] = hot::exp(measurement[c]);
}

// What is earned of a source, and what of it the event takes.
void earn(CaseYear& year, const Cases& cases, std::size_t source, float growth) {
    const float* const __restrict income = cases.income[source].data();
    float* const __restrict base = year.base[source].data();
    if (source >= year.lost.size()) {
        for (std::size_t c = 0; c < cases.size(); ++c) base[c] = income[c] * growth;
        return;
    }
    const float* const __restrict multiplier = year.multiplier.data();
    float* const __restrict lost = year.lost[source].data();  // the share that is kept, till then
    for (std::size_t c = 0; c < cases.size(); ++c) {
        const float earned = income[c] * growth * multiplier[c];
        base[c] = earned * lost[c];
        lost[c] = earned - base[c];
    }
}

}  // namespace

void CaseYear::resize(std::size_t cases) {
    // Room for these and no more: a nation's counties hold their columns at the same time.
    const auto fit = [cases](auto& column) {
        column.reserve(cases);
        column.resize(cases);
    };
    fit(traits);
    for (std::vector<float>& column : base) fit(column);
    for (std::vector<float>& column : lost) fit(column);
    for (std::vector<float>* column : {&people, &multiplier, &error, &illness, &schooling, &income,
                                       &observed, &assessable, &assessed, &true_assessed})
        fit(*column);
    // Added to, so from zero.
    for (std::vector<float>& column : gain) column.assign(cases, 0.0F);
    for (std::vector<float>* column : {&support, &floor, &top_up}) column->assign(cases, 0.0F);
}

void earn_cases(CaseYear& year, CountyState& state, const Dynamics& dynamics,
                const std::array<float, source_count>& growth) {
    const Cases& cases = state.cases;
    year.resize(cases.size());
    fetch(year, state, dynamics.measurement.sd > 0.0);
    find_members(year, cases);
    const Hardships hardships(dynamics);
    for (std::size_t c = 0; c < cases.size(); ++c) {
        const std::uint32_t event = state::Event::get(cases.state[c]);
        for (std::size_t s = 0; s < 2; ++s) year.lost[s][c] = hardships.kept[s][event];
        year.illness[c] = hardships.illness[event];
        year.schooling[c] = hardships.schooling[state::Students::get(cases.state[c])];
    }
    for (std::size_t c = 0; c < cases.size(); ++c) {
        year.illness[c] /= year.people[c];
        year.schooling[c] /= year.people[c];
    }
    for (std::size_t s = 0; s < source_count; ++s) earn(year, cases, s, growth[s]);
}

void see_cases(CaseYear& year) {
    const float* base[source_count];
    const float* gain[source_count];
    for (std::size_t s = 0; s < source_count; ++s) {
        base[s] = year.base[s].data();
        gain[s] = year.gain[s].data();
    }
    const float* const __restrict support = year.support.data();
    const float* const __restrict error = year.error.data();
    float* const __restrict income = year.income.data();
    float* const __restrict observed = year.observed.data();
    for (std::size_t c = 0; c < year.income.size(); ++c) {
        const float earned = base[0][c] + base[1][c] + (base[2][c] + base[3][c]) +
                             (gain[0][c] + gain[1][c] + (gain[2][c] + gain[3][c]));
        income[c] = earned + support[c];
        observed[c] = earned * error[c] + support[c];
    }
    const float* const __restrict illness = year.illness.data();
    const float* const __restrict schooling = year.schooling.data();
    float* const __restrict assessable = year.assessable.data();
    for (std::size_t c = 0; c < year.income.size(); ++c)
        assessable[c] = observed[c] - (illness[c] + schooling[c]);
}

}  // namespace zhaimao
