#include <algorithm>
#include <cmath>

#include "engine/dynamics/growth.h"
#include "engine/simulation/year.h"

namespace zhaimao {
namespace {

constexpr Purpose yearly_luck("live/luck");

std::uint32_t share_of_word(double share) {
    constexpr double words = 4294967296.0;  // 2^32
    return static_cast<std::uint32_t>(std::min(share * words, words - 1.0));
}

EventThresholds thresholds_of(const std::vector<Event>& events) {
    EventThresholds t;
    t.events = events.size();
    double upper[2] = {};
    for (std::size_t e = 0; e < events.size(); ++e) {
        const Event& event = events[e];
        t.kept_operating[e] = static_cast<float>(1.0 - event.loses[0]);
        t.kept_wages[e] = static_cast<float>(1.0 - event.loses[1]);
        t.years_after[e] = event.lasts == Event::for_good
                               ? state::EventYears::max
                               : static_cast<std::uint32_t>(event.lasts - 1);
        t.struck[e] = share_of_word(event.struck_share);
        if (event.scope != EventScope::household) continue;
        ++t.household_events;
        for (std::size_t poor = 0; poor < 2; ++poor) {
            upper[poor] += event.probability * (poor != 0 ? event.times_if_poor : 1.0);
            t.upper[poor][e] = share_of_word(upper[poor]);
        }
    }
    return t;
}

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
                 std::vector<std::uint32_t>& screened) {
    pass.households = population.households();
    for (std::size_t s = 0; s < source_count; ++s) {
        pass.income[s] = population.income[s].data();
        pass.growth[s] = county.growth[s];
    }
    pass.traits = population.traits.data();
    pass.village = population.village.data();
    pass.state = county.state.state.data();
    pass.deviation = county.state.deviation.data();
    pass.measurement = county.state.measurement.data();
    pass.observed = county.state.observed.data();
    pass.multiplier = county.state.multiplier.data();
    pass.screened = screened.data();
    pass.classes = county.classes.empty() ? nullptr : county.classes.data();
}

void set_draws(LivePass& pass, const Draws& draws, std::uint32_t area, int year) {
    pass.area = area;
    pass.replicate = draws.replicate();
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

// Everybody's luck, events and base income.
void live_densely(World& world, std::size_t c, int year) {
    const Scenario& s = world.scenario;
    CountyWorld& county = world.counties[c];
    county.classes.assign(s.income_classes ? IncomeClasses::count : 0, 0);
    const EventThresholds thresholds = thresholds_of(s.dynamics.events);
    const std::vector<std::uint8_t> hit =
        hit_villages(s.dynamics.events, static_cast<std::size_t>(s.population.counties[c].villages),
                     world.draws, s.counties[c].code, year);
    LivePass pass;
    set_columns(pass, county, world.population->counties[c], world.screened);
    set_draws(pass, world.draws, s.counties[c].code, year);
    set_luck(pass, s.dynamics, year - s.start);
    pass.events = s.dynamics.events.empty() ? nullptr : &thresholds;
    pass.village_event = hit.empty() ? nullptr : hit.data();
    pass.line = static_cast<float>(s.line_in(year));
    pass.screen = s.reentry_line(year);
    pass.screen_two_years = s.look_back.years == 2;
    world.live(pass);
    county.sums = pass.sums;
    county.state.screened.assign(
        world.screened.begin(),
        world.screened.begin() + static_cast<std::ptrdiff_t>(pass.screened_count));
}

// Whoever has the benefit of intervention i this year.
void find_served(World& world, std::size_t c, std::size_t i, int year) {
    const Intervention& iv = world.scenario.interventions[i];
    CountyWorld& county = world.counties[c];
    if (!iv.is_entitlement()) {
        active_services(iv, county.enrolments[i], county.state, year, world.scenario.start,
                        world.served);
        return;
    }
    world.served.clear();
    if (year < iv.from || year > iv.until) return;
    CaseColumns columns;
    std::vector<std::uint8_t> eligible;
    iv.eligible.evaluate(view_cases(world, c, year, columns), eligible);
    ServiceYear& service = county.services[i];
    service.task = -1;
    service.served = {};  // looked at more than once a year where an effect comes before the luck
    for (std::uint32_t k = 0; k < eligible.size(); ++k) {
        if (!eligible[k]) continue;
        world.served.push_back({k, static_cast<std::int16_t>(year - iv.from), -1});
        ++service.served.households;
        service.served.people += trait::People::get(columns.traits[k]);
    }
    service.eligible_households = service.served.units = service.served.households;
}

void spend_yearly(World& world, std::size_t c, std::size_t i) {
    const std::optional<Amount>& cost = world.scenario.interventions[i].cost_yearly;
    if (!cost) return;
    CountyWorld& county = world.counties[c];
    std::int64_t units = 0;
    for (const Served& s : world.served)
        units += units_of(county.cases.traits[s.case_index], cost->per);
    county.services[i].paid_fen += std::llround(cost->yuan * 100.0) * units;
}

// The cases' income: sources, then what each intervention delivers, in declared order.
void live_as_cases(World& world, std::size_t c, int year) {
    const Scenario& s = world.scenario;
    CountyWorld& county = world.counties[c];
    earn_cases(county.cases, county.state, world.population->counties[c], s.dynamics,
               county.growth);
    EffectContext context{
        county.cases, county.state, world.draws, s.counties[c].code, year, s.line_in(year), 0};
    for (std::size_t i = 0; i < s.interventions.size(); ++i) {
        find_served(world, c, i, year);
        spend_yearly(world, c, i);
        context.paid_fen = 0;
        for (const NamedEffect& effect : s.interventions[i].effects)
            std::visit([&](const auto& e) { e.apply(world.served, context); }, effect.effect);
        county.services[i].paid_fen += context.paid_fen;
    }
    see_cases(county.cases, county.state);
}

// Raises of the permanent deviation come before the year's luck.
void raise_permanently(World& world, std::size_t c, int year) {
    const Scenario& s = world.scenario;
    for (std::size_t i = 0; i < s.interventions.size(); ++i)
        for (const NamedEffect& effect : s.interventions[i].effects)
            if (const Raise* raise = std::get_if<Raise>(&effect.effect);
                raise && raise->income == Raise::Income::permanent) {
                find_served(world, c, i, year);
                raise->before_luck(world.served, world.counties[c].state);
            }
}

}  // namespace

void live(World& world, int year) {
    for (std::size_t c = 0; c < world.counties.size(); ++c) {
        grow(world, c, year);
        raise_permanently(world, c, year);
        live_densely(world, c, year);
        live_as_cases(world, c, year);
    }
}

}  // namespace zhaimao
