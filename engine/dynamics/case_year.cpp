#include "engine/dynamics/case_year.h"

#include <algorithm>

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

CasePass pass_of(CaseYear& year, const Cases& cases) {
    CasePass p;
    p.cases = cases.size();
    p.traits_at_start = cases.traits.data();
    p.state = cases.state.data();
    p.measurement = cases.measurement.data();
    p.multiplier = year.multiplier.data();
    p.traits = year.traits.data();
    p.people = year.people.data();
    p.error = year.error.data();
    p.illness = year.illness.data();
    p.schooling = year.schooling.data();
    for (std::size_t s = 0; s < source_count; ++s) {
        p.base[s] = year.base[s].data();
        p.gain[s] = year.gain[s].data();
    }
    for (std::size_t s = 0; s < year.lost.size(); ++s) p.lost[s] = year.lost[s].data();
    p.support = year.support.data();
    p.true_income = year.income.data();
    p.observed = year.observed.data();
    p.assessable = year.assessable.data();
    return p;
}

}  // namespace

void CaseYear::resize(std::size_t cases) {
    // Written over: what stands beyond the cases is of other counties.
    const auto fit = [cases](auto& column) {
        if (column.size() >= cases) return;
        column.clear();
        column.resize(cases);
    };
    fit(traits);
    for (std::vector<float>& column : base) fit(column);
    for (std::vector<float>& column : lost) fit(column);
    for (std::vector<float>* column : {&people, &multiplier, &error, &illness, &schooling, &income,
                                       &observed, &assessable, &assessed, &true_assessed, &top_up})
        fit(*column);
    // Added to, so from zero.
    for (std::vector<float>& column : gain) column.assign(cases, 0.0F);
    for (std::vector<float>* column : {&support, &floor}) column->assign(cases, 0.0F);
}

void earn_cases(CaseYear& year, CountyState& state, const Dynamics& dynamics,
                const std::array<float, source_count>& growth, const CaseKernels& kernels) {
    const Cases& cases = state.cases;
    year.resize(cases.size());
    fetch(year, state, dynamics.measurement.sd > 0.0);
    const Hardships hardships(dynamics);
    CasePass pass = pass_of(year, cases);
    for (std::size_t s = 0; s < source_count; ++s) {
        if (!cases.income[s].empty()) pass.income[s] = cases.income[s].data();
        pass.growth[s] = growth[s];
    }
    for (std::size_t s = 0; s < year.lost.size(); ++s) pass.kept[s] = hardships.kept[s].data();
    pass.illness_of = hardships.illness.data();
    pass.schooling_of = hardships.schooling.data();
    kernels.earn(pass);
}

void see_cases(CaseYear& year, const CountyState& state, const CaseKernels& kernels) {
    kernels.see(pass_of(year, state.cases));
}

}  // namespace zhaimao
