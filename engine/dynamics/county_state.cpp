#include "engine/dynamics/county_state.h"

#include <algorithm>

#include "engine/dynamics/new_cases.h"

namespace zhaimao {
namespace {

std::ptrdiff_t at(std::size_t index) {
    return static_cast<std::ptrdiff_t>(index);
}

// Calls f for each pair of columns of both.
template <class A, class B, class F>
void for_each_column(A& a, B& b, F f) {
    f(a.row, b.row), f(a.traits, b.traits), f(a.state, b.state);
    for (std::size_t s = 0; s < source_count; ++s) f(a.income[s], b.income[s]);
    f(a.deviation, b.deviation), f(a.observed, b.observed);
}

// The rest of the columns of new cases, whose rows are there already; `status` is theirs now.
std::uint32_t fill_cases(CountyState& state, const CountyPopulation& population,
                         const CaseOrigin& from, std::span<const std::uint32_t> places,
                         Status status) {
    Cases& c = state.cases;
    const std::size_t first = c.size() - places.size();
    fill_columns(c, from, places, population.village,
                 state.measurement.empty() ? population.measurement : state.measurement);
    const auto now = static_cast<std::uint32_t>(status);
    for (std::size_t k = first; k < c.size(); ++k)
        state.set(k, state::Status::set(state::IsCase::set(c.state[k], 1), now));
    return static_cast<std::uint32_t>(first);
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
    return fill_cases(state, population,
                      {population.traits, state.state, population.income, population.has_income,
                       state.deviation, state.observed},
                      rows, Status::never);
}

void register_screened(CountyState& state, const CountyPopulation& population,
                       std::span<const std::uint32_t> places, int year) {
    const Screened& s = state.screened;
    make_room(state.cases, state.cases.size() + places.size(), state.state.size());
    append(state.cases.row, places, s.row);
    const std::uint32_t first =
        fill_cases(state, population,
                   {s.traits, s.state, s.income, population.has_income, s.deviation, s.observed},
                   places, Status::registered);
    std::fill(state.cases.entered.begin() + at(first), state.cases.entered.end(),
              static_cast<std::int16_t>(year));
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

}  // namespace zhaimao
