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
    for (std::vector<float>* column :
         {&people, &schooling, &income, &observed, &assessable, &assessed, &true_assessed})
        fit(*column);
    // Added to, so from zero.
    for (std::vector<float>& column : gain) column.assign(cases, 0.0F);
    for (std::vector<float>* column : {&support, &illness, &floor, &top_up})
        column->assign(cases, 0.0F);
}

void earn_cases(CaseYear& year, CountyState& state, const Dynamics& dynamics,
                const std::array<float, source_count>& growth) {
    Cases& cases = state.cases;
    year.resize(cases.size());
    std::array<float, 1U << stage_count> schooling{};
    for (std::uint32_t stages = 0; stages < schooling.size(); ++stages)
        schooling[stages] = schooling_expense(stages, dynamics.expenses);
    for (std::size_t c = 0; c < cases.size(); ++c) {
        const std::uint32_t row = cases.row[c];
        const std::uint32_t word = cases.state[c] = state.state[row];
        cases.deviation[c] = state.deviation[row];
        const std::uint32_t traits = year.traits[c] = cases.traits_now(c);
        const float people = year.people[c] = static_cast<float>(trait::People::get(traits));
        float kept[2] = {1.0F, 1.0F};
        if (const std::uint32_t event = state::Event::get(word); event != 0) {
            const Event& e = dynamics.events[event - 1];
            for (std::size_t s = 0; s < 2; ++s) kept[s] = static_cast<float>(1.0 - e.loses[s]);
            year.illness[c] = static_cast<float>(e.expense) / people;
        }
        float grown[source_count];
        for (std::size_t s = 0; s < source_count; ++s) grown[s] = cases.income[s][c] * growth[s];
        for (std::size_t s = 0; s < 2; ++s) {
            const float earned = grown[s] * state.multiplier[row];
            year.base[s][c] = earned * kept[s];
            year.lost[s][c] = earned - year.base[s][c];
        }
        for (std::size_t s = 2; s < source_count; ++s) year.base[s][c] = grown[s];
        year.schooling[c] = schooling[trait::Students::get(traits)] / people;
    }
}

void see_cases(CaseYear& year, const CountyState& state) {
    for (std::size_t c = 0; c < state.cases.size(); ++c) {
        const float base = year.base[0][c] + year.base[1][c] + (year.base[2][c] + year.base[3][c]);
        const float gain = year.gain[0][c] + year.gain[1][c] + (year.gain[2][c] + year.gain[3][c]);
        const float earned = base + gain;
        const float expense = year.illness[c] + year.schooling[c];
        year.income[c] = earned + year.support[c];
        year.observed[c] =
            earned * hot::exp(state.measurement[state.cases.row[c]]) + year.support[c];
        year.assessable[c] = year.observed[c] - expense;
    }
}

float permanent_income(const CountyState& state, const CountyPopulation& population,
                       std::uint32_t row, std::int32_t case_index,
                       const std::array<float, source_count>& growth, float mean_one) {
    const bool is_case = case_index >= 0;
    const std::size_t at = is_case ? static_cast<std::size_t>(case_index) : row;
    const auto& income = is_case ? state.cases.income : population.income;
    const float deviation = is_case ? state.cases.deviation[at] : state.deviation[at];
    const float market = income[0][at] * growth[0] + income[1][at] * growth[1];
    return market * hot::exp(deviation + mean_one) +
           (income[2][at] * growth[2] + income[3][at] * growth[3]);
}

}  // namespace zhaimao
