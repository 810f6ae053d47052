#include "engine/simulation/household_year.h"

#include <algorithm>

#include "engine/simulation/protection.h"

namespace zhaimao {
namespace {

// As the dense pass has it: of who is no case nothing else is kept.
void earn(HouseholdYear& h, const World& world, std::size_t county, std::uint32_t row, int year) {
    const CountyWorld& w = world.counties[county];
    const Dynamics dynamics = protected_dynamics(world.scenario, year);
    for (std::size_t s = 0; s < source_count; ++s) {
        h.base[s] = world.population->counties[county].income[s][row] * w.growth[s];
        if (s > static_cast<std::size_t>(Source::wages)) continue;
        if (!w.state.multiplier.empty()) h.base[s] *= w.state.multiplier[row];  // a year was lived
        if (h.event != 0)
            h.base[s] *= static_cast<float>(1.0 - dynamics.events[h.event - 1].loses[s]);
    }
    h.income = h.base[0] + h.base[1] + (h.base[2] + h.base[3]);
    h.observed = w.state.observed[row];
}

void follow_case(HouseholdYear& h, const CountyWorld& w, std::size_t c) {
    const CaseYear& year = w.cases;
    for (std::size_t s = 0; s < source_count; ++s) {
        h.base[s] = year.base[s][c];
        h.gain[s] = year.gain[s][c];
    }
    h.income = year.income[c];
    h.observed = year.observed[c];
    h.support = year.support[c];
    h.illness = year.illness[c];
    h.schooling = year.schooling[c];
    h.assessable = year.assessable[c];
    h.top_up = year.top_up[c];
    h.assessed = year.assessed[c];
    for (std::size_t i = 0; i < w.services.size(); ++i)
        if (((w.state.cases.enrolled[c] >> i) & 1U) != 0) h.enrolled.push_back(i);
    for (const Gain& gain : w.gains)
        if (gain.case_index == c) h.gains.push_back(gain);
}

}  // namespace

HouseholdYear household_year(const World& world, std::size_t county, std::uint32_t row, int year) {
    const CountyWorld& w = world.counties[county];
    const std::uint32_t word = w.state.state[row];
    HouseholdYear h;
    h.status = status_of(word);
    h.traits = current_traits(world.population->counties[county].traits[row], word);
    h.unmet = state::Unmet::get(word);
    h.event = state::Event::get(word);
    const std::vector<std::uint32_t>& rows = w.state.cases.row;
    const auto found = std::find(rows.begin(), rows.end(), row);
    h.is_case = found != rows.end() && !w.cases.traits.empty();
    if (h.is_case)
        follow_case(h, w, static_cast<std::size_t>(found - rows.begin()));
    else
        earn(h, world, county, row, year);
    return h;
}

}  // namespace zhaimao
