#include "engine/simulation/serve.h"

#include <algorithm>
#include <memory>
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
void report_eligible(World& world, std::size_t index, int year, CountySteps& steps) {
    if (!world.scenario.recording.eligible) return;
    steps.each([&world, index, year](std::size_t c, Scratch&) {
        world.counties[c].services[index].eligible_households =
            count_eligible(world.scenario.interventions[index], index, place_of(world, c, year));
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
    // `wait` is that of a stage of the pipeline; negative: as completions fall.
    ServiceRound(World& world, std::size_t index, int year, int wait)
        : world_(world),
          iv_(world.scenario.interventions[index]),
          index_(index),
          year_(year),
          candidates_(world.counties.size()),
          eligible_units_(world.counties.size()),
          limit_(world.counties.size(), {Limit::none, Limit::none, wait}),
          choices_(world.counties.size()),
          expected_fen_(world.counties.size()) {}

    void ask(std::size_t c) {
        const EnrolmentPlace place = place_of(world_, c, year_);
        candidates_[c] =
            iv_.serves_villages
                ? find_villages(iv_, place, world_.counties[c].village_services[index_])
                : find_candidates(iv_, index_, place);
        eligible_units_[c] = units_of(candidates_[c]);
        if (world_.scenario.recording.eligible) count_eligible_households(c, place);
    }

    [[nodiscard]] bool waits_for_what_is_asked() const {
        return iv_.capacity && (iv_.allocation.rule == AllocationRule::by_eligible ||
                                iv_.allocation.rule == AllocationRule::nearest_deadline);
    }

    void divide(std::int64_t capacity) {
        if (!iv_.capacity) return;
        const std::vector<std::int64_t> shares =
            allocate(capacity, iv_.allocation, basis_of(world_, eligible_units_));
        for (std::size_t c = 0; c < shares.size(); ++c) limit_[c].units = shares[c];
    }

    [[nodiscard]] bool is_free() const {
        return iv_.paid_from.empty() || year_ == world_.scenario.start;
    }

    void serve_freely(std::size_t c, Scratch& scratch) {
        limit_[c].units = limited(c);
        const EnrolmentPlace place = place_of(world_, c, year_);
        keep(c, limit_[c],
             iv_.serves_villages ? serve_villages(c, limit_[c], place, scratch.served)
                                 : serve(iv_, index_, candidates_[c], limit_[c], place,
                                         world_.counties[c].enrolments[index_]));
        // Where all counties ask before any is served, their memory goes back as a whole.
        if (!waits_for_what_is_asked()) candidates_[c] = {};
    }

    // Counties choose beside each other, then spend one after the other.
    void choose(std::size_t c) {
        limit_[c].units = limited(c);
        expected_fen_[c] =
            zhaimao::expected_fen(iv_, candidates_[c], limit_[c].units, eligible_units_[c],
                                  world_.counties[c], world_.population->counties[c]);
        if (!iv_.serves_villages && limit_[c].units > 0)
            choices_[c] =
                zhaimao::choose(iv_, candidates_[c], limit_[c], place_of(world_, c, year_));
    }

    void spend() {
        for (std::size_t c = 0; c < limit_.size(); ++c) {
            limit_[c].fen = money_of(c);
            const EnrolmentPlace place = place_of(world_, c, year_);
            if (iv_.serves_villages) {
                keep(c, limit_[c],
                     serve_villages(c, limit_[c], place, world_.scratch->front().served));
                continue;
            }
            zhaimao::spend(choices_[c], iv_, candidates_[c], limit_[c], place);
            charge(world_, index_, c, choices_[c].total_fen);
        }
    }

    void enrol(std::size_t c) {
        if (!iv_.serves_villages)
            keep(c, limit_[c],
                 zhaimao::enrol(iv_, index_, candidates_[c], choices_[c], limit_[c],
                                place_of(world_, c, year_), world_.counties[c].enrolments[index_]));
    }

   private:
    // What a county may serve, in the unit of the capacity: its part of the city's, less where it
    // is delisted and support tapers or stops.
    [[nodiscard]] std::int64_t limited(std::size_t c) const {
        std::int64_t units = limit_[c].units;
        if (iv_.capacity_share)
            units =
                whole_units(*iv_.capacity_share, static_cast<std::int64_t>(candidates_[c].size()));
        const int delisted_in = world_.counties[c].delisting.delisted_in;
        const float left =
            delisted_in == 0 ? 1.0F : iv_.left(iv_.after_delisting, year_ - delisted_in);
        if (left >= 1.0F) return units;
        // Without a capacity, a share of whoever asks.
        return whole_units(static_cast<double>(left),
                           units == Limit::none ? eligible_units_[c] : units);
    }

    // A county's part of what the funds still hold, by what it and the counties after it expect.
    // Nobody new where money does not reach all who were served before.
    [[nodiscard]] std::int64_t money_of(std::size_t county) const {
        if (world_.counties[county].reached[index_] != CountyWorld::all) return 0;
        const std::int64_t left = money_left(world_, iv_);
        return first_share(left, std::span(expected_fen_).subspan(county));
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
    // By county.
    std::vector<std::vector<Candidate>> candidates_;
    std::vector<std::int64_t> eligible_units_;  // of them, in the unit of the capacity
    std::vector<Limit> limit_;
    std::vector<Choice> choices_;
    std::vector<double> expected_fen_;
};

void run(const std::shared_ptr<ServiceRound>& round, std::int64_t capacity, CountySteps& steps) {
    steps.each([round](std::size_t c, Scratch&) { round->ask(c); });
    if (round->waits_for_what_is_asked()) steps.meet();
    round->divide(capacity);
    if (round->is_free()) {
        steps.each([round](std::size_t c, Scratch& scratch) { round->serve_freely(c, scratch); });
        return;
    }
    steps.each([round](std::size_t c, Scratch&) { round->choose(c); });
    steps.of_city([round] { round->spend(); });
    steps.meet();
    steps.each([round](std::size_t c, Scratch&) { round->enrol(c); });
}

}  // namespace

void run_intervention(World& world, std::size_t index, int year, CountySteps& steps) {
    const Intervention& iv = world.scenario.interventions[index];
    const auto serve = [&](std::int64_t capacity, int wait) {
        run(std::make_shared<ServiceRound>(world, index, year, wait), capacity, steps);
    };
    if (has_no_capacity(iv, year, world.scenario.start))
        return report_eligible(world, index, year, steps);
    if (year == world.scenario.start && !iv.pipeline.empty()) {
        for (const PipelineStage& stage : iv.pipeline) serve(stage.units, stage.delay);
        return;
    }
    const auto at = static_cast<std::size_t>(year - world.scenario.start);
    serve(iv.capacity ? static_cast<std::int64_t>(iv.capacity->by_year[at]) : 0, -1);
}

}  // namespace zhaimao
