#include <algorithm>

#include "engine/interventions/allocation.h"
#include "engine/simulation/year.h"

namespace zhaimao {
namespace {

constexpr std::int64_t no_limit = std::int64_t{1} << 50;

void open_year(World& world) {
    for (CountyWorld& county : world.counties) {
        county.services.assign(world.scenario.interventions.size(), {});
        county.status_before.clear();
        for (std::uint32_t row : county.state.cases.row)
            county.status_before.push_back(
                static_cast<std::uint8_t>(status_of(county.state.state[row])));
    }
}

void look_back_everywhere(World& world, int year) {
    for (std::size_t c = 0; c < world.counties.size(); ++c) {
        CountyWorld& county = world.counties[c];
        const LookBackContext context{world.scenario.look_back,
                                      world.scenario.dynamics,
                                      world.draws,
                                      world.scenario.counties[c].code,
                                      year,
                                      world.scenario.reentry_line(year - 1)};
        county.entries = look_back(county.state, world.population->counties[c], context);
        county.status_before.resize(county.state.cases.size(),
                                    static_cast<std::uint8_t>(Status::never));
    }
}

AllocationBasis basis_of(const World& world,
                         const std::vector<std::vector<Candidate>>& candidates) {
    AllocationBasis basis;
    for (std::size_t c = 0; c < world.counties.size(); ++c) {
        std::int64_t units = 0;
        for (const Candidate& candidate : candidates[c]) units += candidate.units;
        basis.eligible_units.push_back(units);
        const County& area = world.scenario.counties[c];
        basis.registered_people.push_back(area.registered_poor);
        basis.rural_people.push_back(area.rural_people);
        basis.deadlines.push_back(area.target.deadline);
    }
    return basis;
}

// What each county may serve, in the unit of the capacity.
std::vector<std::int64_t> limits(const World& world, const Intervention& iv, int year,
                                 const std::vector<std::vector<Candidate>>& candidates) {
    std::vector<std::int64_t> limit(world.counties.size(), no_limit);
    if (iv.capacity_share)
        for (std::size_t c = 0; c < limit.size(); ++c)
            limit[c] =
                whole_units(*iv.capacity_share, static_cast<std::int64_t>(candidates[c].size()));
    if (!iv.capacity) return limit;
    const double total =
        iv.capacity->by_year[static_cast<std::size_t>(year - world.scenario.start)];
    return allocate(static_cast<std::int64_t>(total), iv.allocation, basis_of(world, candidates));
}

EnrolmentPlace place_of(World& world, std::size_t c, int year, CaseColumns& columns) {
    const Scenario& s = world.scenario;
    const double variance = s.dynamics.luck.variance_after(std::max(0, year - 1 - s.start));
    return {world.counties[c].state,
            world.population->counties[c],
            world.draws,
            view_cases(world, c, year, columns),
            world.counties[c].growth,
            static_cast<float>(-0.5 * variance),
            s.counties[c].code,
            year,
            s.start};
}

bool has_no_capacity(const Intervention& iv, int year, int start) {
    return iv.capacity && !(iv.capacity->by_year[static_cast<std::size_t>(year - start)] > 0.0);
}

// A year without capacity serves nobody; who would be eligible is still reported.
void report_eligible(World& world, std::size_t index, int year, std::vector<CaseColumns>& columns) {
    const Intervention& iv = world.scenario.interventions[index];
    for (std::size_t c = 0; c < world.counties.size(); ++c)
        world.counties[c].services[index].eligible_households =
            count_eligible(iv, index, place_of(world, c, year, columns[c]));
}

void run_intervention(World& world, std::size_t index, int year,
                      std::vector<CaseColumns>& columns) {
    const Intervention& iv = world.scenario.interventions[index];
    std::vector<std::vector<Candidate>> candidates;
    for (std::size_t c = 0; c < world.counties.size(); ++c)
        candidates.push_back(find_candidates(iv, index, place_of(world, c, year, columns[c])));
    const std::vector<std::int64_t> limit = limits(world, iv, year, candidates);
    for (std::size_t c = 0; c < world.counties.size(); ++c) {
        CountyWorld& county = world.counties[c];
        ServiceYear& service = county.services[index];
        service.task = limit[c] == no_limit ? -1 : limit[c];
        service.eligible_households = static_cast<std::int64_t>(candidates[c].size());
        service.served = serve(iv, index, candidates[c], limit[c],
                               place_of(world, c, year, columns[c]), county.enrolments[index]);
        service.paid_fen = service.served.spent_fen;
    }
}

void run_interventions(World& world, int year) {
    std::vector<CaseColumns> columns(world.counties.size());
    for (std::size_t i = 0; i < world.scenario.interventions.size(); ++i) {
        const Intervention& iv = world.scenario.interventions[i];
        if (iv.is_entitlement() || year < iv.from || year > iv.until) continue;
        if (has_no_capacity(iv, year, world.scenario.start))
            report_eligible(world, i, year, columns);
        else
            run_intervention(world, i, year, columns);
    }
}

}  // namespace

void enrol(World& world, int year) {
    open_year(world);
    look_back_everywhere(world, year);
    run_interventions(world, year);
    for (CountyWorld& county : world.counties)
        county.status_before.resize(county.state.cases.size(),
                                    static_cast<std::uint8_t>(Status::never));
}

void begin(World& world) {
    open_year(world);
    run_interventions(world, world.scenario.start);
    for (CountyWorld& county : world.counties)
        county.status_before.resize(county.state.cases.size(),
                                    static_cast<std::uint8_t>(Status::never));
    record(world, world.scenario.start);
}

}  // namespace zhaimao
