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
            c.deviation, c.measurement, c.observed, c.observed_mean, c.assessable,
            c.true_assessable, c.entered, c.left, c.passes, c.cohort, c.enrolled);
}

// Column by column, so that the far rows of many are fetched at a time.
template <class T>
void append(std::vector<T>& column, std::span<const std::uint32_t> places,
            const std::vector<T>& values) {
    const std::size_t first = column.size();
    column.resize(first + places.size());
    T* const added = column.data() + first;
    for (std::size_t i = 0; i < places.size(); ++i) added[i] = values[places[i]];
}

// Calls f for each pair of columns of both.
template <class A, class B, class F>
void for_each_column(A& a, B& b, F f) {
    f(a.row, b.row), f(a.traits, b.traits), f(a.state, b.state);
    for (std::size_t s = 0; s < source_count; ++s) f(a.income[s], b.income[s]);
    f(a.deviation, b.deviation), f(a.observed, b.observed);
}

// Where the columns of new cases stand: those of all rows, or of the screened.
struct Origin {
    const std::vector<std::uint32_t>&traits, &state;
    const std::array<std::vector<float>, source_count>& income;
    const std::vector<float>&deviation, &observed;
};

// The rest of the columns of new cases, whose rows are there already.
std::uint32_t fill_cases(CountyState& state, const CountyPopulation& population, const Origin& from,
                         std::span<const std::uint32_t> places) {
    Cases& c = state.cases;
    const std::size_t size = c.size(), first = size - places.size();
    const std::span<const std::uint32_t> rows = std::span(c.row).subspan(first);
    append(c.village, rows, population.village);
    append(c.measurement, rows, state.measurement);
    append(c.traits, places, from.traits);
    for (std::size_t s = 0; s < source_count; ++s) append(c.income[s], places, from.income[s]);
    append(c.state, places, from.state);
    append(c.deviation, places, from.deviation);
    append(c.observed, places, from.observed);
    c.observed_mean.insert(c.observed_mean.end(), c.observed.begin() + at(first), c.observed.end());
    c.assessable.insert(c.assessable.end(), c.observed.begin() + at(first), c.observed.end());
    c.true_assessable.resize(size);
    for (std::size_t k = first; k < size; ++k)
        c.true_assessable[k] = c.observed[k] * hot::exp(-c.measurement[k]);
    for (std::size_t k = first; k < size; ++k) state.set(k, state::IsCase::set(c.state[k], 1));
    c.entered.resize(size, Cases::no_year);
    c.left.resize(size, Cases::no_year);
    c.passes.resize(size, 0);
    c.cohort.resize(size, 0);
    c.enrolled.resize(size, 0);
    return static_cast<std::uint32_t>(first);
}

// The rows for which `holds`, ascending.
template <class F>
std::vector<std::uint32_t> rows_where(std::size_t households, F holds) {
    FlagColumn flags(households);
    std::uint8_t* const flag = flags.data();
    for (std::size_t row = 0; row < households; ++row) flag[row] = holds(row) ? 1 : 0;
    std::vector<std::uint32_t> rows;
    for_each_set(flags, [&](std::size_t row) { rows.push_back(static_cast<std::uint32_t>(row)); });
    return rows;
}

// Earlier years are not known: spells and exits count from the start.
template <class Mean>
void start_cases(Cases& cases, std::int16_t year, Mean mean) {
    cases.entered.assign(cases.size(), year);
    for (std::size_t c = 0; c < cases.size(); ++c) {
        cases.observed_mean[c] = mean(cases.row[c]);
        cases.cohort[c] = on_register(cases.status(c)) ? 1 : 0;
        if (cases.cohort[c] == 0) cases.left[c] = year;
    }
}

void fill_start(CountyState& state, const CountyPopulation& population,
                const std::vector<std::uint32_t>& rows) {
    make_room(state.cases, rows.size(), state.state.size());
    state.cases.row.assign(rows.begin(), rows.end());
    fill_cases(
        state, population,
        {population.traits, state.state, population.income, state.deviation, population.observed},
        rows);
}

void start_screened(CountyState& state, const CountyPopulation& population,
                    std::vector<std::uint32_t> rows) {
    Screened s;
    append(s.traits, rows, population.traits);
    append(s.state, rows, state.state);
    for (std::size_t k = 0; k < source_count; ++k) append(s.income[k], rows, population.income[k]);
    append(s.deviation, rows, state.deviation);
    append(s.observed, rows, population.observed);
    s.row = std::move(rows);
    state.screened = std::move(s);
}

}  // namespace

void Screened::resize(std::size_t households) {
    for_each_column(*this, *this, [&](auto& column, auto&) { column.resize(households); });
}

void Screened::assign(const Screened& other, std::size_t households) {
    for_each_column(*this, other, [&](auto& column, const auto& of_other) {
        column.assign(of_other.begin(), of_other.begin() + at(households));
    });
}

ScreenedPass Screened::pointers() {
    return {
        row.data(),       traits.data(),
        state.data(),     {income[0].data(), income[1].data(), income[2].data(), income[3].data()},
        deviation.data(), observed.data()};
}

std::uint32_t add_cases(CountyState& state, const CountyPopulation& population,
                        std::span<const std::uint32_t> rows) {
    make_room(state.cases, state.cases.size() + rows.size(), state.state.size());
    state.cases.row.insert(state.cases.row.end(), rows.begin(), rows.end());
    return fill_cases(
        state, population,
        {population.traits, state.state, population.income, state.deviation, state.observed}, rows);
}

std::uint32_t add_screened_cases(CountyState& state, const CountyPopulation& population,
                                 std::span<const std::uint32_t> places) {
    const Screened& s = state.screened;
    make_room(state.cases, state.cases.size() + places.size(), state.state.size());
    append(state.cases.row, places, s.row);
    return fill_cases(state, population, {s.traits, s.state, s.income, s.deviation, s.observed},
                      places);
}

void forget_cases(Screened& screened, const CountyState& state) {
    std::vector<std::uint32_t> others;
    for (std::uint32_t i = 0; i < screened.size(); ++i)
        if (!state::IsCase::get(state.state[screened.row[i]])) others.push_back(i);
    if (others.size() == screened.size()) return;
    for_each_column(screened, screened, [&](auto& column, auto&) {
        for (std::size_t k = 0; k < others.size(); ++k) column[k] = column[others[k]];
        column.resize(others.size());
    });
}

OnRegister count_on_register(const Cases& cases) {
    const std::uint32_t* const state = cases.state.data();
    const std::uint32_t* const traits = cases.traits.data();
    const std::uint8_t* const cohort = cases.cohort.data();
    std::uint32_t people = 0, of_cohort = 0;
    for (std::size_t c = 0; c < cases.size(); ++c) {
        const std::uint32_t on = trait::People::get(traits[c]) & (0U - registered_bit(state[c]));
        people += on;
        of_cohort += on * cohort[c];
    }
    return {people, of_cohort};
}

void refresh_cases(CountyState& state) {
    for (std::size_t c = 0; c < state.cases.size(); ++c)
        state.cases.state[c] = state.state[state.cases.row[c]];
}

void start_county(CountyState& state, const CountyPopulation& population, int start_year,
                  float screen, bool screen_two_years, bool keep_observed) {
    const std::size_t n = population.households();
    state.deviation.assign(n, 0.0F);
    state.measurement = population.measurement;
    if (keep_observed) state.observed = population.observed;
    state.state.resize(n);
    state.cases = Cases{};
    for (std::size_t row = 0; row < n; ++row)
        state.state[row] = with_members(population.state[row], population.traits[row]);
    const std::uint32_t* const word = state.state.data();
    fill_start(state, population, rows_where(n, [=](std::size_t row) {
                   return status_of(word[row]) != Status::never;
               }));
    // Their mean with themselves where one year is looked at.
    const float* const now = population.observed.data();
    const float* const before = screen_two_years ? population.observed_before.data() : now;
    const auto mean = [=](std::size_t row) { return 0.5F * (before[row] + now[row]); };
    start_cases(state.cases, static_cast<std::int16_t>(start_year), mean);
    start_screened(state, population, rows_where(n, [=](std::size_t row) {
                       return (mean(row) < screen) & (status_of(word[row]) == Status::never);
                   }));
}

}  // namespace zhaimao
