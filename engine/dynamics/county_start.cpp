#include "engine/dynamics/county_start.h"

#include "engine/core/flags.h"
#include "engine/dynamics/new_cases.h"

namespace zhaimao {
namespace {

// The rows for which `holds`, ascending.
template <class F>
std::vector<std::uint32_t> rows_where(std::size_t households, F holds) {
    FlagColumn flags(households);
    std::uint8_t* const flag = flags.data();
    for (std::size_t row = 0; row < households; ++row) flag[row] = holds(row) ? 1 : 0;
    std::vector<std::uint32_t> rows;
    list_set(flags, rows);
    return rows;
}

// Earlier years are not known: spells and exits count from the start.
template <class Mean>
void date_cases(Cases& cases, std::int16_t year, Mean mean) {
    cases.entered.assign(cases.size(), year);
    for (std::size_t c = 0; c < cases.size(); ++c) {
        cases.observed_mean[c] = mean(cases.row[c]);
        cases.cohort[c] = on_register(cases.status(c)) ? 1 : 0;
        if (cases.cohort[c] == 0) cases.left[c] = year;
    }
}

Cases first_cases(const CountyPopulation& p, const std::vector<std::uint32_t>& rows) {
    static const std::vector<float> none;
    Cases cases;
    make_room(cases, rows.size(), p.households());
    cases.row.assign(rows.begin(), rows.end());
    fill_columns(cases, {p.traits, p.state, p.income, p.has_income, none, p.observed}, rows,
                 p.village, p.measurement);
    return cases;
}

Screened first_screened(const CountyPopulation& p, const std::vector<std::uint32_t>& rows) {
    Screened s;
    append(s.traits, rows, p.traits);
    append(s.state, rows, p.state);
    for (std::size_t k = 0; k < source_count; ++k) append(s.income[k], rows, p.income[k]);
    s.deviation.resize(rows.size());
    append(s.observed, rows, p.observed);
    s.row.assign(rows.begin(), rows.end());  // whose room is all rows'
    return s;
}

}  // namespace

CountyStart start_of(const CountyPopulation& p, const StartRule& rule) {
    const std::size_t n = p.households();
    const std::uint32_t* const word = p.state.data();
    CountyStart start;
    start.cases = first_cases(
        p, rows_where(n, [=](std::size_t row) { return status_of(word[row]) != Status::never; }));
    // Their mean with themselves where one year is looked at.
    const float* const now = p.observed.data();
    const float* const before = rule.two_years ? p.observed_before.data() : now;
    const auto mean = [=](std::size_t row) { return 0.5F * (before[row] + now[row]); };
    date_cases(start.cases, static_cast<std::int16_t>(rule.year), mean);
    const float screen = rule.screen;
    start.screened =
        first_screened(p, rows_where(n, [=](std::size_t row) {
                           return (mean(row) < screen) & (status_of(word[row]) == Status::never);
                       }));
    return start;
}

void start_county(CountyState& state, const CountyPopulation& population, const CountyStart& start,
                  KeptColumns kept) {
    state.deviation.assign(population.households(), 0.0F);
    state.state = population.state;
    if (kept.measurement) state.measurement = population.measurement;
    if (kept.observed) state.observed = population.observed;
    copy_with_room(state.cases, start.cases, population.households());
    state.screened = start.screened;
}

void take_start(CountyState& state, CountyPopulation& population, const StartRule& rule,
                KeptColumns kept) {
    CountyStart start = start_of(population, rule);
    state.cases = std::move(start.cases);
    state.screened = std::move(start.screened);
    state.state = std::move(population.state);
    state.measurement = std::move(population.measurement);
    state.deviation = std::move(population.observed_before);
    state.deviation.assign(population.households(), 0.0F);
    if (kept.observed) state.observed = std::move(population.observed);
    population.forget_start();
}

}  // namespace zhaimao
