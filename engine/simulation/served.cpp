#include "engine/simulation/served.h"

#include <algorithm>

namespace zhaimao {
namespace {

void find_entitled(World& world, std::size_t c, std::size_t i, int year,
                   std::vector<Served>& served) {
    const Intervention& iv = world.scenario.interventions[i];
    served.clear();
    if (year < iv.from || year > iv.until || iv.protects_everybody()) return;
    std::vector<std::uint32_t> eligible;
    iv.eligible.find(view_cases(world, c, year), eligible);
    const Cases& cases = world.counties[c].state.cases;
    std::int64_t people = 0;
    served.resize(eligible.size());
    for (std::size_t k = 0; k < eligible.size(); ++k) {
        served[k] = {eligible[k], static_cast<std::int16_t>(year - iv.from), -1};
        people += cases.people(eligible[k]);
    }
    ServiceYear& service = world.counties[c].services[i];
    service.task = -1;
    // Set anew: looked at more than once a year where an effect comes before the luck.
    const auto households = static_cast<std::int64_t>(eligible.size());
    service.served = {households, households, people};
    if (world.scenario.recording.eligible) service.eligible_households = service.served.units;
}

}  // namespace

void find_enrolled(World& world, std::size_t c, std::size_t i, int year,
                   std::vector<Served>& served) {
    const Intervention& iv = world.scenario.interventions[i];
    CountyWorld& county = world.counties[c];
    if (!iv.serves_villages)
        return active_services(iv, county.enrolments[i], county.state, year, world.scenario.start,
                               served);
    active_in_villages(iv, county.village_services[i], view_cases(world, c, year), county.state,
                       year, world.scenario.start, served);
}

void find_served(World& world, std::size_t c, std::size_t i, int year,
                 std::vector<Served>& served) {
    const Intervention& iv = world.scenario.interventions[i];
    if (iv.is_entitlement()) return find_entitled(world, c, i, year, served);
    CountyWorld& county = world.counties[c];
    if (iv.serves_villages)
        served = county.served_in_villages[i];  // as enrolment found them
    else
        find_enrolled(world, c, i, year, served);
    if (served.size() > county.reached[i]) served.resize(county.reached[i]);
}

void find_served_since(World& world, std::size_t c, std::size_t i, int year, int age,
                       std::vector<Served>& served) {
    const Intervention& iv = world.scenario.interventions[i];
    const CountyWorld& county = world.counties[c];
    if (iv.is_entitlement() || iv.serves_villages || county.reached[i] != CountyWorld::all) {
        find_served(world, c, i, year, served);
        std::erase_if(served, [age](const Served& s) { return s.age != age; });
        return;
    }
    std::vector<Enrolment> begun;  // most began earlier, or have not yet
    for (const Enrolment& e : county.enrolments[i])
        if (year - e.year - e.wait == age) begun.push_back(e);
    active_services(iv, begun, county.state, year, world.scenario.start, served);
}

int payments_at_most(const Scenario& scenario, int year) {
    int payments = 0;
    for (const Intervention& iv : scenario.interventions) {
        const auto paying = std::count_if(iv.effects.begin(), iv.effects.end(), [](const auto& e) {
            return std::holds_alternative<Transfer>(e.effect) ||
                   std::holds_alternative<Dividend>(e.effect);
        });
        payments += static_cast<int>(paying) *
                    (iv.repeat == Repeat::yearly ? year - scenario.start + 1 : 1);
    }
    return payments;
}

}  // namespace zhaimao
