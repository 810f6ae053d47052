#include "engine/simulation/protection.h"

#include <algorithm>

#include "engine/simulation/served.h"

namespace zhaimao {
namespace {

constexpr double words = 4294967296.0;  // 2^32

std::uint32_t share_of_word(double share) {
    return static_cast<std::uint32_t>(std::min(share * words, words - 1.0));
}

bool is_free(std::uint32_t state_word) {
    return state::Event::get(state_word) == 0 || state::EventYears::get(state_word) == 0;
}

// Where the interval of an event lies for a household, as shares of the draw.
struct Interval {
    double from = 0.0;
    double width = 0.0;
};

Interval interval_of(const std::vector<Event>& events, std::uint32_t event, bool poor) {
    const auto width = [&](const Event& e) {
        return e.scope == EventScope::household ? e.probability * (poor ? e.times_if_poor : 1.0)
                                                : e.struck_share;
    };
    Interval interval;
    for (std::uint32_t e = 0; e < events.size(); ++e)
        if (e < event && events[e].scope == EventScope::household)
            interval.from += width(events[e]);
    interval.width = width(events[event]);
    return interval;
}

bool is_spared(const World& world, std::size_t c, int year, const Protected& p) {
    const CountyWorld& county = world.counties[c];
    const std::uint32_t row = county.state.cases.row[p.case_index];
    const std::uint32_t now = county.state.state[row];  // as the dense pass left it
    if (!is_free(p.state) || state::Event::get(now) != p.event + 1) return false;
    const bool poor = trait::Poor::get(county.state.cases.traits[p.case_index]) != 0;
    const Interval i = interval_of(world.scenario.dynamics.events, p.event, poor);
    const double spared = world.dynamics_in(year).events[p.event].spared;  // everybody
    const Words drawn = world.draws.words(row, world.scenario.counties[c].code, year, yearly_luck);
    return drawn.w2 >= share_of_word(i.from + i.width * (1.0 - spared) * (1.0 - p.probability));
}

// One for each case and event: of the chance that one protection leaves, the next takes its share.
void combine(std::vector<Protected>& insured) {
    const auto key = [](const Protected& p) { return std::pair(p.event, p.case_index); };
    std::stable_sort(insured.begin(), insured.end(),
                     [&](const Protected& a, const Protected& b) { return key(a) < key(b); });
    std::size_t count = 0;
    for (const Protected& p : insured) {
        if (count > 0 && key(insured[count - 1]) == key(p))
            insured[count - 1].probability =
                1.0 - (1.0 - insured[count - 1].probability) * (1.0 - p.probability);
        else
            insured[count++] = p;
    }
    insured.resize(count);
}

}  // namespace

Dynamics protected_dynamics(const Scenario& s, int year) {
    Dynamics dynamics = s.dynamics;
    for (const Intervention& iv : s.interventions) {
        if (!iv.protects_everybody() || year < iv.from || year > iv.until) continue;
        for (const NamedEffect& effect : iv.effects) {
            const Protect& protection = std::get<Protect>(effect.effect);
            protection.soften(dynamics.events[protection.event]);
        }
    }
    return dynamics;
}

EventThresholds thresholds_of(const std::vector<Event>& events) {
    EventThresholds t;
    t.events = events.size();
    double from[2] = {};
    for (std::size_t e = 0; e < events.size(); ++e) {
        const Event& event = events[e];
        t.kept_operating[e] = static_cast<float>(1.0 - event.loses[0]);
        t.kept_wages[e] = static_cast<float>(1.0 - event.loses[1]);
        t.years_after[e] = event.lasts == Event::for_good
                               ? state::EventYears::max
                               : static_cast<std::uint32_t>(event.lasts - 1);
        t.struck[e] = share_of_word(event.struck_share * (1.0 - event.spared));
        if (event.scope != EventScope::household) continue;
        ++t.household_events;
        for (std::size_t poor = 0; poor < 2; ++poor) {
            const double width = event.probability * (poor != 0 ? event.times_if_poor : 1.0);
            t.lower[poor][e] = share_of_word(from[poor]);
            t.upper[poor][e] = share_of_word(from[poor] + width * (1.0 - event.spared));
            from[poor] += width;
            t.village_from[poor] = share_of_word(from[poor]);
        }
    }
    return t;
}

std::vector<Protected> find_protected(World& world, std::size_t c, int year,
                                      std::vector<Served>& scratch) {
    std::vector<Protected> insured;
    const CountyWorld& county = world.counties[c];
    for (std::size_t i = 0; i < world.scenario.interventions.size(); ++i)
        for (const NamedEffect& effect : world.scenario.interventions[i].effects) {
            const auto* protection = std::get_if<Protect>(&effect.effect);
            if (protection == nullptr || protection->probability == 0.0) continue;
            find_served(world, c, i, year, scratch);
            for (const Served& s : scratch)
                insured.push_back({s.case_index, static_cast<std::uint32_t>(protection->event),
                                   protection->probability * static_cast<double>(s.share),
                                   county.state.cases.state[s.case_index]});
        }
    combine(insured);
    return insured;
}

void spare(World& world, std::size_t c, int year, const std::vector<Protected>& insured) {
    CountyState& state = world.counties[c].state;
    for (const Protected& p : insured) {
        if (!is_spared(world, c, year, p)) continue;
        std::uint32_t& word = state.state[state.cases.row[p.case_index]];
        word = state::EventYears::set(state::Event::set(word, 0), 0);
    }
}

}  // namespace zhaimao
