// Events of a block of households: what goes on, whom the year's word strikes, what is left of the
// earnings. Model, section 3 B. No branch a household: in a county that a drought has hit, most
// have a word that may strike.
//
// Everything is local to the source that includes it, as in hot_flags.h.
#pragma once

#include "engine/dynamics/hot_block.h"
#include "engine/dynamics/hot_masks.h"
#include "engine/dynamics/hot_pass.h"
#include "engine/population/household.h"

namespace zhaimao {
namespace {

// Events that go on from last year, and how long they still last.
void let_events_go_on(const LivePass& p, Block& b, std::size_t first, std::size_t n) {
    const std::uint32_t* const __restrict state = p.state + first;
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint32_t event = state::Event::get(state[i]);
        const std::uint32_t years = state::EventYears::get(state[i]);
        const std::uint32_t left = years - (years == state::EventYears::max ? 0 : 1);
        b.event[i] = event & mask(years != 0);
        b.years[i] = left & mask(years != 0) & mask(event != 0);
    }
}

// An event's interval of the word, by poverty at the start.
struct Interval {
    std::uint32_t from[2], width[2];
};

// Strikes whoever is in no event and has a word in the interval. Competing risks: one word,
// consecutive intervals, so that one event at most takes a household. `reach` masks who can be
// struck.
template <class Reach>
inline __attribute__((always_inline)) void strike(const std::uint32_t* __restrict traits, Block& b,
                                                  std::size_t n, std::uint32_t event,
                                                  std::uint32_t years, Interval in, Reach reach) {
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint32_t poor = mask(trait::Poor::get(traits[i]) != 0), word = b.w2[i];
        const std::uint32_t from = choose(poor, in.from[1], in.from[0]);
        const std::uint32_t width = choose(poor, in.width[1], in.width[0]);
        const std::uint32_t struck =
            mask(word >= from) & mask(word - from < width) & mask(b.event[i] == 0) & reach(i);
        b.years[i] = choose(struck, years, b.years[i]);
        b.event[i] = choose(struck, event, b.event[i]);
    }
}

void strike_households(const LivePass& p, Block& b, std::size_t first, std::size_t n) {
    const EventThresholds& e = *p.events;
    for (std::uint32_t k = 0; k < e.household_events; ++k) {
        const Interval in{{e.lower[0][k], e.lower[1][k]},
                          {e.upper[0][k] - e.lower[0][k], e.upper[1][k] - e.lower[1][k]}};
        strike(p.traits + first, b, n, k + 1, e.years_after[k], in,
               [](std::size_t) { return mask(true); });
    }
}

void strike_villages(const LivePass& p, Block& b, std::size_t first, std::size_t n) {
    const EventThresholds& e = *p.events;
    std::uint32_t* const __restrict hit = b.w0;  // the words of luck are used up
    for (std::size_t i = 0; i < n; ++i) hit[i] = p.village_event[p.village[first + i]];
    for (auto k = static_cast<std::uint32_t>(e.household_events); k < e.events; ++k) {
        const Interval in{{e.village_from[0], e.village_from[1]}, {e.struck[k], e.struck[k]}};
        strike(p.traits + first, b, n, k + 1, e.years_after[k], in,
               [=](std::size_t i) { return mask(hit[i] == k + 1); });
    }
}

// What the events of the year leave of the earnings, and the state to go on with.
void suffer(const LivePass& p, Block& b, std::size_t first, std::size_t n) {
    for (std::size_t k = 0; k < p.events->events; ++k) {
        const float operating = p.events->kept_operating[k], wages = p.events->kept_wages[k];
        const auto event = static_cast<std::uint32_t>(k + 1);
        for (std::size_t i = 0; i < n; ++i) {
            b.operating[i] *= b.event[i] == event ? operating : 1.0F;
            b.wages[i] *= b.event[i] == event ? wages : 1.0F;
        }
    }
    std::uint32_t* const __restrict state = p.state + first;
    for (std::size_t i = 0; i < n; ++i)
        state[i] = state::Event::set(state::EventYears::set(state[i], b.years[i]), b.event[i]);
}

void strike(const LivePass& p, Block& b, std::size_t first, std::size_t n) {
    let_events_go_on(p, b, first, n);
    strike_households(p, b, first, n);
    if (p.village_event != nullptr) strike_villages(p, b, first, n);
    suffer(p, b, first, n);
}

}  // namespace
}  // namespace zhaimao
