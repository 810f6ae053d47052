#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/dynamics/growth.h"
#include "engine/simulation/accounts.h"
#include "engine/simulation/protection.h"
#include "engine/simulation/served.h"
#include "engine/simulation/year.h"

namespace zhaimao {
namespace {

void set_luck(LivePass& pass, const Dynamics& dynamics, int years_since_start) {
    const Luck& luck = dynamics.luck;
    pass.persistence = static_cast<float>(luck.persistence);
    pass.permanent_sd = static_cast<float>(luck.permanent_sd);
    pass.transitory_sd = static_cast<float>(luck.transitory_sd);
    pass.mean_one = static_cast<float>(
        -0.5 * (luck.variance_after(years_since_start) + luck.transitory_sd * luck.transitory_sd));
    pass.has_luck = luck.permanent_sd > 0.0 || luck.transitory_sd > 0.0;
    const Measurement& m = dynamics.measurement;
    pass.has_measurement = m.sd > 0.0;
    pass.measurement_persistence = static_cast<float>(m.persistence);
    pass.measurement_innovation =
        static_cast<float>(m.sd * std::sqrt(1.0 - m.persistence * m.persistence));
}

void set_columns(LivePass& pass, CountyWorld& county, const CountyPopulation& population,
                 Screened& screened) {
    pass.households = population.households();
    county.state.multiplier.resize(pass.households);
    for (std::size_t s = 0; s < source_count; ++s) {
        if (population.has_income[s]) pass.income[s] = population.income[s].data();
        pass.growth[s] = county.growth[s];
    }
    pass.traits = population.traits.data();
    pass.village = population.village.data();
    pass.state = county.state.state.data();
    pass.deviation = county.state.deviation.data();
    pass.measurement = county.state.measurement.data();
    pass.observed = county.state.observed.empty() ? nullptr : county.state.observed.data();
    pass.multiplier = county.state.multiplier.data();
    pass.screened = screened.pointers();
    pass.classes = county.classes.empty() ? nullptr : county.classes.data();
}

void set_draws(LivePass& pass, const Draws& draws, std::uint32_t area, int year) {
    pass.area = area;
    pass.replicate = draws.replicate(Chance::luck);
    pass.measurement_replicate = draws.replicate(Chance::measurement);
    pass.year_purpose = year_and_purpose(year, yearly_luck);
    pass.key0 = draws.key_0();
    pass.key1 = draws.key_1();
}

void grow(World& world, std::size_t c, int year) {
    const Scenario& s = world.scenario;
    const auto factors = growth_factors(s.dynamics.growth, s.growth_gap[c], world.draws,
                                        {s.city.code, s.counties[c].code}, year, s.start);
    for (std::size_t source = 0; source < source_count; ++source)
        world.counties[c].growth[source] *= static_cast<float>(factors[source]);
}

// Everybody's members grow older.
void grow_older(World& world, std::size_t c, int year) {
    const Scenario& s = world.scenario;
    if (!s.dynamics.life_course) return;
    CountyState& state = world.counties[c].state;
    const CountyPopulation& population = world.population->counties[c];
    LifePass pass = life_pass_of(*s.dynamics.life_course, world.draws, s.counties[c].code, year);
    pass.households = population.households();
    pass.traits = population.traits.data();
    pass.state = state.state.data();
    pass.deviation = state.deviation.data();
    world.age(pass);
    refresh_cases(state);
}

// Everybody's luck, events and base income.
void live_densely(World& world, std::size_t c, int year, Scratch& scratch) {
    const Scenario& s = world.scenario;
    const std::vector<Event>& events = world.dynamics_in(year).events;
    CountyWorld& county = world.counties[c];
    county.classes.assign(s.recording.income_classes ? IncomeClasses::count : 0, 0);
    const EventThresholds thresholds = thresholds_of(events);
    const std::vector<std::uint8_t> hit =
        hit_villages(events, static_cast<std::size_t>(s.population.counties[c].villages),
                     world.draws, s.counties[c].code, year);
    LivePass pass;
    set_columns(pass, county, world.population->counties[c], scratch.screened);
    set_draws(pass, world.draws, s.counties[c].code, year);
    set_luck(pass, s.dynamics, year - s.start);
    pass.events = events.empty() ? nullptr : &thresholds;
    pass.village_event = hit.empty() ? nullptr : hit.data();
    pass.line = static_cast<float>(s.line_in(year));
    pass.screen = s.reentry_line(year);
    pass.screen_two_years = s.look_back.years == 2;
    if (s.inspection) {
        pass.missed = scratch.missed.data();
        pass.missed_line = static_cast<float>(s.inspection->tolerance * s.line_in(year));
        pass.missed_two_years = s.assessment.average_years == 2;
        pass.missed_unmet = s.inspection->missed_guarantees ? state::Unmet::max : 0;
    }
    world.live(pass);
    county.missed.assign(scratch.missed.begin(),
                         scratch.missed.begin() + static_cast<std::ptrdiff_t>(pass.missed_count));
    county.sums = pass.sums;
    county.state.screened.assign(scratch.screened, pass.screened_count);
}

void spend_yearly(World& world, std::size_t c, std::size_t i, const std::vector<Served>& served) {
    if (!world.scenario.interventions[i].cost_yearly) return;
    for (const std::int64_t fen : yearly_costs(world, i, c, served))
        world.counties[c].services[i].paid_fen += fen;
}

// What a case has from its programmes so far.
struct Standing {
    float yuan = 0.0F;  // per head, of assessable income
    float floor = 0.0F;
    std::uint32_t unmet = 0;
};

// The columns that say so.
struct StandingColumns {
    const float *support, *floor, *gain[source_count], *illness, *schooling;
    const std::uint32_t* state;

    explicit StandingColumns(const CountyWorld& county)
        : support(county.cases.support.data()),
          floor(county.cases.floor.data()),
          illness(county.cases.illness.data()),
          schooling(county.cases.schooling.data()),
          state(county.state.cases.state.data()) {
        for (std::size_t s = 0; s < source_count; ++s) gain[s] = county.cases.gain[s].data();
    }
    [[nodiscard]] Standing of(std::uint32_t c) const {
        float yuan = support[c];
        for (const float* of_source : gain) yuan += of_source[c];
        return {yuan - (illness[c] + schooling[c]), floor[c], state::Unmet::get(state[c])};
    }
};

// What each intervention adds to each case that it serves, for the exits that hang on it.
class Gains {
   public:
    // Before any intervention: nothing is given yet.
    explicit Gains(CountyWorld& county)
        : columns_(county),
          gains_(county.gains),
          yuan_(county.state.cases.size()),
          floor_(yuan_.size(), 0.0F),
          unmet_(yuan_.size()) {
        gains_.clear();
        float* const __restrict yuan = yuan_.data();
        for (std::size_t c = 0; c < yuan_.size(); ++c)
            yuan[c] = 0.0F - (columns_.illness[c] + columns_.schooling[c]);
        std::uint32_t* const __restrict unmet = unmet_.data();
        for (std::size_t c = 0; c < yuan_.size(); ++c)
            unmet[c] = state::Unmet::get(columns_.state[c]);
    }
    void note(const std::vector<Served>& served, std::size_t intervention) {
        for (const Served& s : served) {
            const std::uint32_t c = s.case_index;
            const Standing now = columns_.of(c);
            const Gain gain{c, static_cast<std::uint16_t>(intervention),
                            static_cast<std::uint8_t>(unmet_[c] & ~now.unmet),
                            now.floor > floor_[c], now.yuan - yuan_[c]};
            yuan_[c] = now.yuan, floor_[c] = now.floor, unmet_[c] = now.unmet;
            if (gain.yuan > 0.0F || gain.floor || gain.guarantees != 0) gains_.push_back(gain);
        }
    }

   private:
    StandingColumns columns_;
    std::vector<Gain>& gains_;
    std::vector<float> yuan_, floor_;  // of the standings
    std::vector<std::uint32_t> unmet_;
};

// Whether an intervention changes anything once the year's luck is known: permanent raises came
// before. An entitlement counts those who have it.
bool is_felt(const Intervention& iv) {
    return iv.is_entitlement() || iv.cost_yearly ||
           std::any_of(iv.effects.begin(), iv.effects.end(), [](const NamedEffect& effect) {
               const Raise* raise = std::get_if<Raise>(&effect.effect);
               return raise == nullptr || raise->income != Raise::Income::permanent;
           });
}

// The cases' income: sources, then what each intervention delivers, in declared order.
void live_as_cases(World& world, std::size_t c, int year, std::vector<Served>& served) {
    const Scenario& s = world.scenario;
    CountyWorld& county = world.counties[c];
    const CountyPopulation& population = world.population->counties[c];
    earn_cases(county.cases, county.state, world.dynamics_in(year), county.growth, world.case_year);
    std::optional<Gains> gains;
    if (s.recording.gains) gains.emplace(county);
    EffectContext context{
        county.cases, county.state,    population, world.draws,         s.counties[c].code,
        year,         s.line_in(year), {},         &county.village_fen, {}};
    for (std::size_t i = 0; i < s.interventions.size(); ++i) {
        if (!is_felt(s.interventions[i])) continue;
        find_served(world, c, i, year, served);
        spend_yearly(world, c, i, served);
        context.flows = {};
        context.paid_for = {};
        if (is_paid_by_members_at_enrolment(world, i, c)) context.paid_for = county.members;
        for (const NamedEffect& effect : s.interventions[i].effects)
            std::visit([&](const auto& e) { e.apply(served, context); }, effect.effect);
        if (gains) gains->note(served, i);
        county.services[i].flows = context.flows;
        county.services[i].paid_fen += context.flows.paid;
    }
    see_cases(county.cases, county.state, world.case_year);
}

// Raises of the permanent deviation come before the year's luck.
void raise_permanently(World& world, std::size_t c, int year, std::vector<Served>& served) {
    const Scenario& s = world.scenario;
    for (std::size_t i = 0; i < s.interventions.size(); ++i)
        for (const NamedEffect& effect : s.interventions[i].effects)
            if (const Raise* raise = std::get_if<Raise>(&effect.effect);
                raise && raise->income == Raise::Income::permanent) {
                find_served_since(world, c, i, year, raise->delay, served);
                raise->before_luck(served, world.counties[c].state);
            }
}

}  // namespace

void live(World& world, std::size_t c, int year, Scratch& scratch) {
    grow(world, c, year);
    grow_older(world, c, year);
    raise_permanently(world, c, year, scratch.served);
    world.counties[c].village_fen.assign(
        static_cast<std::size_t>(world.scenario.population.counties[c].villages), 0);
    const std::vector<Protected> insured = find_protected(world, c, year, scratch.served);
    live_densely(world, c, year, scratch);
    spare(world, c, year, insured);
    live_as_cases(world, c, year, scratch.served);
}

}  // namespace zhaimao
