#include "engine/dynamics/county_state.h"

#include <algorithm>

#include "engine/core/math/hot.h"

namespace zhaimao {
namespace {

// Room for a few more at a time: doubling leaves a third of the room empty, in every county.
void make_room(Cases& c, std::size_t households) {
    if (c.size() < c.row.capacity()) return;
    constexpr std::size_t at_least = 16;
    const std::size_t room = c.size() + std::max(c.size() / 8, households / 64) + at_least;
    const auto reserve = [room](auto&... column) { (column.reserve(room), ...); };
    reserve(c.row, c.traits, c.village, c.income[0], c.income[1], c.income[2], c.income[3], c.state,
            c.deviation, c.observed, c.observed_mean, c.assessable, c.true_assessable, c.entered,
            c.left, c.passes, c.cohort, c.enrolled);
}

}  // namespace

std::uint32_t add_case(CountyState& state, const CountyPopulation& population, std::uint32_t row,
                       float observed, float observed_mean) {
    Cases& c = state.cases;
    make_room(c, state.state.size());
    state.state[row] = state::IsCase::set(state.state[row], 1);
    c.row.push_back(row);
    c.traits.push_back(population.traits[row]);
    c.village.push_back(population.village[row]);
    for (std::size_t s = 0; s < source_count; ++s) c.income[s].push_back(population.income[s][row]);
    c.state.push_back(state.state[row]);
    c.deviation.push_back(state.deviation[row]);
    c.observed.push_back(observed);
    c.observed_mean.push_back(observed_mean);
    c.assessable.push_back(observed);
    c.true_assessable.push_back(observed * hot::exp(-state.measurement[row]));
    c.entered.push_back(Cases::no_year);
    c.left.push_back(Cases::no_year);
    c.passes.push_back(0);
    c.cohort.push_back(0);
    c.enrolled.push_back(0);
    return static_cast<std::uint32_t>(c.size() - 1);
}

void refresh_cases(CountyState& state) {
    for (std::size_t c = 0; c < state.cases.size(); ++c)
        state.cases.state[c] = state.state[state.cases.row[c]];
}

void start_county(CountyState& state, const CountyPopulation& population, int start_year,
                  float screen, bool screen_two_years) {
    const std::size_t n = population.households();
    state.deviation.assign(n, 0.0F);
    state.measurement = population.measurement;
    state.observed = population.observed;
    state.multiplier.assign(n, 1.0F);
    state.state = population.state;
    state.screened.clear();
    state.cases = Cases{};
    for (std::uint32_t row = 0; row < n; ++row)
        state.state[row] = with_members(state.state[row], population.traits[row]);
    for (std::uint32_t row = 0; row < n; ++row) {
        const float mean = screen_two_years
                               ? 0.5F * (population.observed_before[row] + population.observed[row])
                               : population.observed[row];
        if (on_register(status_of(state.state[row]))) {
            const std::uint32_t c =
                add_case(state, population, row, population.observed[row], mean);
            state.cases.entered[c] = static_cast<std::int16_t>(start_year);
            state.cases.cohort[c] = 1;
        } else if (status_of(state.state[row]) == Status::exited) {
            // Earlier years are not known: the spell and the exit count from the start.
            const std::uint32_t c =
                add_case(state, population, row, population.observed[row], mean);
            state.cases.entered[c] = static_cast<std::int16_t>(start_year);
            state.cases.left[c] = static_cast<std::int16_t>(start_year);
        } else if (mean < screen) {
            state.screened.push_back(row);
        }
    }
}

}  // namespace zhaimao
