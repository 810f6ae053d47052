#include "engine/dynamics/county_state.h"

#include <algorithm>

#include "engine/core/flags.h"
#include "engine/core/math/hot.h"

namespace zhaimao {
namespace {

std::ptrdiff_t at(std::size_t index) {
    return static_cast<std::ptrdiff_t>(index);
}

// Room for a few more at a time: doubling leaves a third of the room empty, in every county.
void make_room(Cases& c, std::size_t size, std::size_t households) {
    if (size <= c.row.capacity()) return;
    const std::size_t room = size + std::max(size / 8, households / 64);
    const auto reserve = [room](auto&... column) { (column.reserve(room), ...); };
    reserve(c.row, c.traits, c.village, c.income[0], c.income[1], c.income[2], c.income[3], c.state,
            c.deviation, c.observed, c.observed_mean, c.assessable, c.true_assessable, c.entered,
            c.left, c.passes, c.cohort, c.enrolled);
}

// Of each row its value; column by column, so that the far rows of many are fetched at a time.
template <class T, class F>
void append(std::vector<T>& column, std::span<const std::uint32_t> rows, F of_row) {
    const std::size_t first = column.size();
    column.resize(first + rows.size());
    T* const added = column.data() + first;
    for (std::size_t i = 0; i < rows.size(); ++i) added[i] = of_row(rows[i]);
}

template <class T>
void append(std::vector<T>& column, std::span<const std::uint32_t> rows,
            const std::vector<T>& of_row) {
    append(column, rows, [values = of_row.data()](std::uint32_t row) { return values[row]; });
}

// The rows for which `holds`, ascending.
template <class F>
std::vector<std::uint32_t> rows_where(std::size_t households, F holds) {
    FlagColumn flags(households);
    for (std::size_t row = 0; row < households; ++row)
        flags[row] = static_cast<std::uint8_t>(holds(row) ? 1 : 0);
    std::vector<std::uint32_t> rows;
    for_each_set(flags, [&](std::size_t row) { rows.push_back(static_cast<std::uint32_t>(row)); });
    return rows;
}

}  // namespace

std::uint32_t add_cases(CountyState& state, const CountyPopulation& population,
                        std::span<const std::uint32_t> rows) {
    Cases& c = state.cases;
    const std::size_t first = c.size(), size = first + rows.size();
    make_room(c, size, state.state.size());
    for (const std::uint32_t row : rows) state.state[row] = state::IsCase::set(state.state[row], 1);
    c.row.insert(c.row.end(), rows.begin(), rows.end());
    append(c.traits, rows, population.traits);
    append(c.village, rows, population.village);
    for (std::size_t s = 0; s < source_count; ++s) append(c.income[s], rows, population.income[s]);
    append(c.state, rows, state.state);
    append(c.deviation, rows, state.deviation);
    append(c.observed, rows, state.observed);
    append(c.true_assessable, rows, state.measurement);
    c.observed_mean.insert(c.observed_mean.end(), c.observed.begin() + at(first), c.observed.end());
    c.assessable.insert(c.assessable.end(), c.observed.begin() + at(first), c.observed.end());
    for (std::size_t k = first; k < size; ++k)
        c.true_assessable[k] = c.observed[k] * hot::exp(-c.true_assessable[k]);
    c.entered.resize(size, Cases::no_year);
    c.left.resize(size, Cases::no_year);
    c.passes.resize(size, 0);
    c.cohort.resize(size, 0);
    c.enrolled.resize(size, 0);
    return static_cast<std::uint32_t>(first);
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
    state.state.resize(n);
    state.cases = Cases{};
    for (std::size_t row = 0; row < n; ++row)
        state.state[row] = with_members(population.state[row], population.traits[row]);
    const auto status = [&](std::size_t row) { return status_of(state.state[row]); };
    const auto mean = [&, before = screen_two_years ? 0.5F : 0.0F](std::size_t row) {
        return before * population.observed_before[row] +
               (1.0F - before) * population.observed[row];
    };
    add_cases(state, population,
              rows_where(n, [&](std::size_t row) { return status(row) != Status::never; }));
    Cases& cases = state.cases;
    const auto year = static_cast<std::int16_t>(start_year);
    cases.entered.assign(cases.size(), year);
    for (std::size_t c = 0; c < cases.size(); ++c) {
        cases.observed_mean[c] = mean(cases.row[c]);
        cases.cohort[c] = on_register(cases.status(c)) ? 1 : 0;
        // Earlier years are not known: the spell and the exit count from the start.
        if (cases.cohort[c] == 0) cases.left[c] = year;
    }
    state.screened = rows_where(
        n, [&](std::size_t row) { return (mean(row) < screen) & (status(row) == Status::never); });
}

}  // namespace zhaimao
