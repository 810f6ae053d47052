#include "engine/simulation/serve.h"

#include <algorithm>
#include <span>

#include "engine/interventions/allocation.h"
#include "engine/simulation/accounts.h"

namespace zhaimao {
namespace {

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

// What each county may serve, in the unit of the capacity: its part of the city's, less where it is
// delisted and support tapers or stops.
std::vector<std::int64_t> limits(const World& world, const Intervention& iv, std::int64_t total,
                                 int year, const std::vector<std::vector<Candidate>>& candidates) {
    std::vector<std::int64_t> limit(world.counties.size(), Limit::none);
    if (iv.capacity_share)
        for (std::size_t c = 0; c < limit.size(); ++c)
            limit[c] =
                whole_units(*iv.capacity_share, static_cast<std::int64_t>(candidates[c].size()));
    if (iv.capacity) limit = allocate(total, iv.allocation, basis_of(world, candidates));
    for (std::size_t c = 0; c < limit.size(); ++c) {
        const int delisted_in = world.counties[c].delisting.delisted_in;
        const float left =
            delisted_in == 0 ? 1.0F : iv.left(iv.after_delisting, year - delisted_in);
        if (left < 1.0F) limit[c] = whole_units(static_cast<double>(left), limit[c]);
    }
    return limit;
}

EnrolmentPlace place_of(World& world, std::size_t c, int year) {
    const Scenario& s = world.scenario;
    const double variance = s.dynamics.luck.variance_after(std::max(0, year - 1 - s.start));
    return {world.counties[c].state,
            world.population->counties[c],
            world.draws,
            view_cases(world, c, year),
            world.counties[c].growth,
            static_cast<float>(-0.5 * variance),
            s.counties[c].code,
            year,
            s.start,
            world.words};
}

bool has_no_capacity(const Intervention& iv, int year, int start) {
    return iv.capacity && !(iv.capacity->by_year[static_cast<std::size_t>(year - start)] > 0.0);
}

// A year without capacity serves nobody; who would be eligible is still reported.
void report_eligible(World& world, std::size_t index, int year) {
    if (!world.scenario.recording.eligible) return;
    const Intervention& iv = world.scenario.interventions[index];
    for_each_county(world, [&](std::size_t c, Scratch&) {
        world.counties[c].services[index].eligible_households =
            count_eligible(iv, index, place_of(world, c, year));
    });
}

// What serving a county's part of the candidates would take, for dividing money.
double expected_fen(const Intervention& iv, const std::vector<Candidate>& candidates,
                    std::int64_t units, const CountyWorld& county,
                    const CountyPopulation& population) {
    double fen = 0.0;
    std::int64_t all = 0;
    for (const Candidate& c : candidates) {
        const std::uint32_t traits = traits_of(c, county.state, population);
        fen += static_cast<double>(iv.serves_villages ? 1 : first_year_fen(iv, traits, 0, 1.0F));
        all += c.units;
    }
    return all > units ? fen * (static_cast<double>(units) / static_cast<double>(all)) : fen;
}

// One intervention in all counties: what is asked, what is allotted, what money may be spent.
class ServiceRound {
   public:
    ServiceRound(World& world, std::size_t index, int year)
        : world_(world),
          iv_(world.scenario.interventions[index]),
          index_(index),
          year_(year),
          candidates_(world.counties.size()) {
        for_each_county(world, [&](std::size_t c, Scratch&) {
            const EnrolmentPlace place = place_of(world, c, year);
            candidates_[c] =
                iv_.serves_villages
                    ? find_villages(iv_, place, world.counties[c].village_services[index])
                    : find_candidates(iv_, index, place);
        });
    }

    // `wait` is that of a stage of the pipeline; negative: as completions fall.
    void run(std::int64_t total, int wait) {
        const std::vector<std::int64_t> units = limits(world_, iv_, total, year_, candidates_);
        const bool free = iv_.paid_from.empty() || year_ == world_.scenario.start;
        if (free)
            return for_each_county(world_, [&](std::size_t c, Scratch& scratch) {
                serve_county(c, {units[c], Limit::none, wait}, scratch.served);
            });
        const std::vector<double> weights = expected(units);
        for (std::size_t c = 0; c < units.size(); ++c)
            serve_county(c, {units[c], money_of(c, weights), wait}, world_.scratch.front().served);
    }

   private:
    std::vector<double> expected(const std::vector<std::int64_t>& units) const {
        std::vector<double> fen;
        for (std::size_t c = 0; c < units.size(); ++c)
            fen.push_back(expected_fen(iv_, candidates_[c], units[c], world_.counties[c],
                                       world_.population->counties[c]));
        return fen;
    }

    // A county's part of what the funds still hold, by what it and the counties after it expect.
    // Nobody new where money does not reach all who were served before.
    std::int64_t money_of(std::size_t county, const std::vector<double>& weights) const {
        if (world_.counties[county].reached[index_] != CountyWorld::all) return 0;
        const std::int64_t left = money_left(world_, iv_);
        return first_share(left, std::span(weights).subspan(county));
    }

    void serve_county(std::size_t c, const Limit& limit, std::vector<Served>& scratch) {
        CountyWorld& county = world_.counties[c];
        ServiceYear& service = county.services[index_];
        const EnrolmentPlace place = place_of(world_, c, year_);
        service.task += limit.units == Limit::none ? 0 : limit.units;
        if (limit.units == Limit::none) service.task = -1;
        if (world_.scenario.recording.eligible)
            service.eligible_households =
                std::max(service.eligible_households,
                         iv_.serves_villages ? count_eligible(iv_, index_, place)
                                             : static_cast<std::int64_t>(candidates_[c].size()));
        const ServiceCount served =
            iv_.serves_villages
                ? serve_villages(iv_, candidates_[c], limit, place, county.village_services[index_])
                : serve(iv_, index_, candidates_[c], limit, place, county.enrolments[index_]);
        if (year_ > world_.scenario.start) {
            charge(world_, index_, c, served.committed_fen);
            if (iv_.serves_villages && !iv_.paid_from.empty())
                note_households(c, served.units, place, scratch);
        }
        service.served.add(served);
        service.paid_fen += served.spent_fen;
    }

    // The households of newly served villages that money was committed for.
    void note_households(std::size_t c, std::int64_t villages, const EnrolmentPlace& place,
                         std::vector<Served>& scratch) {
        const std::vector<VillageService>& all = world_.counties[c].village_services[index_];
        const std::vector<VillageService> fresh(all.end() - villages, all.end());
        active_in_villages(iv_, fresh, place.cases, place.state, year_, world_.scenario.start,
                           scratch);
        std::vector<Served>& noted = world_.counties[c].served_in_villages[index_];
        noted.insert(noted.end(), scratch.begin(), scratch.end());
    }

    World& world_;
    const Intervention& iv_;
    std::size_t index_;
    int year_;
    std::vector<std::vector<Candidate>> candidates_;  // by county
};

}  // namespace

void run_intervention(World& world, std::size_t index, int year) {
    const Intervention& iv = world.scenario.interventions[index];
    if (has_no_capacity(iv, year, world.scenario.start)) return report_eligible(world, index, year);
    if (year == world.scenario.start && !iv.pipeline.empty()) {
        for (const PipelineStage& stage : iv.pipeline)
            ServiceRound(world, index, year).run(stage.units, stage.delay);
        return;
    }
    const auto at = static_cast<std::size_t>(year - world.scenario.start);
    ServiceRound(world, index, year)
        .run(iv.capacity ? static_cast<std::int64_t>(iv.capacity->by_year[at]) : 0, -1);
}

}  // namespace zhaimao
