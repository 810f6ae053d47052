#include "engine/simulation/serve.h"

#include <algorithm>
#include <span>

#include "engine/interventions/allocation.h"
#include "engine/interventions/first_year.h"
#include "engine/simulation/accounts.h"

namespace zhaimao {
namespace {

std::int64_t units_of(const std::vector<Candidate>& candidates) {
    std::int64_t units = 0;
    for (const Candidate& candidate : candidates) units += candidate.units;
    return units;
}

AllocationBasis basis_of(const World& world, const std::vector<std::int64_t>& eligible_units) {
    AllocationBasis basis;
    basis.eligible_units = eligible_units;
    for (const County& area : world.scenario.counties) {
        basis.registered_people.push_back(area.registered_poor);
        basis.rural_people.push_back(area.rural_people);
        basis.deadlines.push_back(area.target.deadline);
    }
    return basis;
}

// What each county may serve, in the unit of the capacity: its part of the city's, less where it is
// delisted and support tapers or stops.
std::vector<std::int64_t> limits(const World& world, const Intervention& iv, std::int64_t total,
                                 int year, const std::vector<std::vector<Candidate>>& candidates,
                                 const std::vector<std::int64_t>& eligible_units) {
    std::vector<std::int64_t> limit(world.counties.size(), Limit::none);
    if (iv.capacity_share)
        for (std::size_t c = 0; c < limit.size(); ++c)
            limit[c] =
                whole_units(*iv.capacity_share, static_cast<std::int64_t>(candidates[c].size()));
    if (iv.capacity) limit = allocate(total, iv.allocation, basis_of(world, eligible_units));
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
                    std::int64_t units, std::int64_t eligible_units, const CountyWorld& county,
                    const CountyPopulation& population) {
    const FirstYear cost(iv);
    double fen = 0.0;
    for (const Candidate& c : candidates)
        fen += static_cast<double>(
            iv.serves_villages ? 1 : cost.fen_of(traits_of(c, county.state, population), 0, 1.0F));
    return eligible_units > units
               ? fen * (static_cast<double>(units) / static_cast<double>(eligible_units))
               : fen;
}

// One intervention in all counties: what is asked, what is allotted, what money may be spent.
class ServiceRound {
   public:
    ServiceRound(World& world, std::size_t index, int year)
        : world_(world),
          iv_(world.scenario.interventions[index]),
          index_(index),
          year_(year),
          candidates_(world.counties.size()),
          eligible_units_(world.counties.size()) {
        for_each_county(world, [&](std::size_t c, Scratch&) {
            const EnrolmentPlace place = place_of(world, c, year);
            candidates_[c] =
                iv_.serves_villages
                    ? find_villages(iv_, place, world.counties[c].village_services[index])
                    : find_candidates(iv_, index, place);
            eligible_units_[c] = units_of(candidates_[c]);
            if (world.scenario.recording.eligible) count_eligible_households(c, place);
        });
    }

    // `wait` is that of a stage of the pipeline; negative: as completions fall.
    void run(std::int64_t total, int wait) {
        const std::vector<std::int64_t> units =
            limits(world_, iv_, total, year_, candidates_, eligible_units_);
        const bool free = iv_.paid_from.empty() || year_ == world_.scenario.start;
        free ? serve_freely(units, wait) : serve_for_money(units, wait);
    }

   private:
    void serve_freely(const std::vector<std::int64_t>& units, int wait) {
        for_each_county(world_, [&](std::size_t c, Scratch& scratch) {
            const Limit limit{units[c], Limit::none, wait};
            const EnrolmentPlace place = place_of(world_, c, year_);
            keep(c, limit,
                 iv_.serves_villages ? serve_villages(c, limit, place, scratch.served)
                                     : serve(iv_, index_, candidates_[c], limit, place,
                                             world_.counties[c].enrolments[index_]));
        });
    }

    // Counties choose beside each other, then spend one after the other.
    void serve_for_money(const std::vector<std::int64_t>& units, int wait) {
        std::vector<Choice> choices(units.size());
        std::vector<Limit> limit(units.size());
        std::vector<double> weights(units.size());
        for_each_county(world_, [&](std::size_t c, Scratch&) {
            limit[c] = {units[c], Limit::none, wait};
            weights[c] = expected_fen(iv_, candidates_[c], units[c], eligible_units_[c],
                                      world_.counties[c], world_.population->counties[c]);
            if (!iv_.serves_villages && units[c] > 0)
                choices[c] = choose(iv_, candidates_[c], limit[c], place_of(world_, c, year_));
        });
        for (std::size_t c = 0; c < units.size(); ++c) {
            limit[c].fen = money_of(c, weights);
            if (iv_.serves_villages) {
                const EnrolmentPlace place = place_of(world_, c, year_);
                keep(c, limit[c],
                     serve_villages(c, limit[c], place, world_.scratch->front().served));
                continue;
            }
            spend(choices[c], iv_, candidates_[c], limit[c], place_of(world_, c, year_));
            charge(world_, index_, c, choices[c].total_fen);
        }
        if (iv_.serves_villages) return;
        for_each_county(world_, [&](std::size_t c, Scratch&) {
            keep(c, limit[c],
                 enrol(iv_, index_, candidates_[c], choices[c], limit[c],
                       place_of(world_, c, year_), world_.counties[c].enrolments[index_]));
        });
    }

    // A county's part of what the funds still hold, by what it and the counties after it expect.
    // Nobody new where money does not reach all who were served before.
    std::int64_t money_of(std::size_t county, const std::vector<double>& weights) const {
        if (world_.counties[county].reached[index_] != CountyWorld::all) return 0;
        const std::int64_t left = money_left(world_, iv_);
        return first_share(left, std::span(weights).subspan(county));
    }

    ServiceCount serve_villages(std::size_t c, const Limit& limit, const EnrolmentPlace& place,
                                std::vector<Served>& scratch) {
        const ServiceCount served = zhaimao::serve_villages(
            iv_, candidates_[c], limit, place, world_.counties[c].village_services[index_]);
        if (year_ == world_.scenario.start) return served;
        charge(world_, index_, c, served.committed_fen);
        if (!iv_.paid_from.empty()) note_households(c, served.units, place, scratch);
        return served;
    }

    void count_eligible_households(std::size_t c, const EnrolmentPlace& place) {
        std::int64_t& most = world_.counties[c].services[index_].eligible_households;
        most =
            std::max(most, iv_.serves_villages ? count_eligible(iv_, index_, place)
                                               : static_cast<std::int64_t>(candidates_[c].size()));
    }

    // What the county's year will say of it.
    void keep(std::size_t c, const Limit& limit, const ServiceCount& served) {
        ServiceYear& service = world_.counties[c].services[index_];
        service.task = limit.units == Limit::none ? -1 : service.task + limit.units;
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
    std::vector<std::int64_t> eligible_units_;        // of them, the same
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
