#include "engine/dynamics/hot_pass.h"

#include "engine/core/math/hot.h"
#include "engine/core/random/philox.h"
#include "engine/dynamics/hot_flags.h"
#include "engine/population/household.h"

#define ZHAIMAO_JOIN(a, b) a##b
#define ZHAIMAO_NAME(prefix, isa) ZHAIMAO_JOIN(prefix, isa)

namespace zhaimao {
namespace {

struct Block {
    std::uint32_t w0[block_size], w1[block_size], w2[block_size], w3[block_size];
    float operating[block_size], wages[block_size], property[block_size], income[block_size],
        weight[block_size];
    std::uint32_t event[block_size], years[block_size];
    Flags flag;
};

// Sums in 16 lanes of their own, whatever the width of the registers, then in one fixed tree.
typedef float Lanes __attribute__((vector_size(64), aligned(4), may_alias));
constexpr std::size_t lanes = 16;

double tree_sum(const Lanes& v) {
    double s[lanes];
    for (std::size_t i = 0; i < lanes; ++i) s[i] = static_cast<double>(v[i]);
    for (std::size_t step = lanes / 2; step > 0; step /= 2)
        for (std::size_t i = 0; i < step; ++i) s[i] += s[i + step];
    return s[0];
}

void draw_luck(const LivePass& p, Block& b, std::size_t first, std::size_t n) {
    philox_block(static_cast<std::uint32_t>(first), n, p.area, p.replicate, p.year_purpose, p.key0,
                 p.key1, b.w0, b.w1, b.w2, b.w3);
    float* const __restrict deviation = p.deviation + first;
    float* const __restrict multiplier = p.multiplier + first;
    // Short loops are faster than one long one: fewer values are alive at a time.
    for (std::size_t i = 0; i < n; ++i)
        hot::box_muller(b.w0[i], b.w1[i], b.operating[i], b.wages[i]);
    for (std::size_t i = 0; i < n; ++i) {
        const float d = p.persistence * deviation[i] + p.permanent_sd * b.operating[i];
        deviation[i] = d;
        multiplier[i] = hot::exp(d + p.transitory_sd * b.wages[i] + p.mean_one);
    }
}

void keep_luck(const LivePass& p, Block& b, std::size_t first, std::size_t n) {
    if (p.has_measurement || p.events != nullptr)
        philox_block(static_cast<std::uint32_t>(first), n, p.area, p.replicate, p.year_purpose,
                     p.key0, p.key1, b.w0, b.w1, b.w2, b.w3);
    float* const __restrict deviation = p.deviation + first;
    float* const __restrict multiplier = p.multiplier + first;
    for (std::size_t i = 0; i < n; ++i) {
        deviation[i] = p.persistence * deviation[i];
        multiplier[i] = hot::exp(deviation[i] + p.mean_one);
    }
}

void earn(const LivePass& p, Block& b, std::size_t first, std::size_t n) {
    const float* const __restrict operating = p.income[0] + first;
    const float* const __restrict wages = p.income[1] + first;
    const float* const __restrict multiplier = p.multiplier + first;
    const std::uint32_t* const __restrict traits = p.traits + first;
    const std::uint32_t* const __restrict state = p.state + first;
    for (std::size_t i = 0; i < n; ++i) {
        b.operating[i] = operating[i] * p.growth[0] * multiplier[i];
        b.wages[i] = wages[i] * p.growth[1] * multiplier[i];
        const auto people = static_cast<std::int32_t>(trait::People::get(traits[i]));
        const auto is_case = static_cast<std::int32_t>(state::IsCase::get(state[i]));
        b.weight[i] = static_cast<float>(people & (is_case - 1));
    }
}

// All bits where it holds, none else: what is chosen by bits is chosen for several at a time.
inline __attribute__((always_inline)) std::uint32_t mask(bool holds) {
    return holds ? ~std::uint32_t{0} : 0;
}
inline __attribute__((always_inline)) std::uint32_t choose(std::uint32_t mask, std::uint32_t a,
                                                           std::uint32_t b) {
    return (a & mask) | (b & ~mask);
}

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

void add_up(const LivePass& p, Block& b, std::size_t first, std::size_t n) {
    const float* const __restrict property = p.income[2] + first;
    const float* const __restrict transfers = p.income[3] + first;
    for (std::size_t i = 0; i < n; ++i) {
        b.property[i] = property[i] * p.growth[2];
        b.income[i] = b.operating[i] + b.wages[i] + (b.property[i] + transfers[i] * p.growth[3]);
    }
}

// Flags the households that are poor in truth, averaged as the assessment does it. Last year's true
// income is what was seen then without its error: both are still at hand.
void look_for_missed(const LivePass& p, Block& b, std::size_t first, std::size_t n) {
    const float* const __restrict observed = p.observed + first;
    const float* const __restrict measurement = p.measurement + first;
    const std::uint32_t* const __restrict state = p.state + first;
    const float last_weight = p.missed_two_years ? 0.5F : 0.0F;
    for (std::size_t i = 0; i < n; ++i)
        b.wages[i] = last_weight * (observed[i] * hot::exp(-measurement[i])) +
                     (1.0F - last_weight) * b.income[i];
    for (std::size_t i = 0; i < n; ++i) {
        const int gap = (state::Unmet::get(state[i]) & p.missed_unmet) != 0 ? 1 : 0;
        b.flag[i] = static_cast<std::uint8_t>(((b.wages[i] < p.missed_line ? 1 : 0) | gap) &
                                              (b.weight[i] > 0.0F ? 1 : 0));
    }
}

// Word 3 of another replicate than that of luck and events.
void draw_measurement(const LivePass& p, Block& b, std::size_t first, std::size_t n) {
    philox_block(static_cast<std::uint32_t>(first), n, p.area, p.measurement_replicate,
                 p.year_purpose, p.key0, p.key1, b.w0, b.w1, b.w2, b.w3);
}

// Flags the households under the screen and keeps what officials see.
void observe(const LivePass& p, Block& b, std::size_t first, std::size_t n) {
    float* const __restrict observed = p.observed + first;
    float* const __restrict measurement = p.measurement + first;
    if (p.has_measurement) {
        if (p.measurement_replicate != p.replicate) draw_measurement(p, b, first, n);
        for (std::size_t i = 0; i < n; ++i)
            b.wages[i] = hot::normal_quantile(hot::unit_uniform(b.w3[i]));
        for (std::size_t i = 0; i < n; ++i) {
            const float m =
                p.measurement_persistence * measurement[i] + p.measurement_innovation * b.wages[i];
            measurement[i] = m;
            b.wages[i] = b.income[i] * hot::exp(m);
        }
    } else {
        for (std::size_t i = 0; i < n; ++i) b.wages[i] = b.income[i];
    }
    const float last_weight = p.screen_two_years ? 0.5F : 0.0F;
    for (std::size_t i = 0; i < n; ++i) {
        const float seen = b.wages[i];
        const float mean = last_weight * observed[i] + (1.0F - last_weight) * seen;
        observed[i] = seen;
        b.flag[i] =
            static_cast<std::uint8_t>((mean < p.screen ? 1 : 0) & (b.weight[i] > 0.0F ? 1 : 0));
    }
}

// Pads the block with households of no weight, so that every lane has a value.
std::size_t pad(Block& b, std::size_t n) {
    const std::size_t whole = (n + lanes - 1) / lanes * lanes;
    for (std::size_t i = n; i < whole; ++i)
        b.operating[i] = b.wages[i] = b.property[i] = b.income[i] = b.weight[i] = 0.0F;
    return whole;
}

void count_people(LivePass& p, const Block& b, std::size_t n) {
    Lanes people{};
    Lanes source[3] = {};
    Lanes income{};
    Lanes poverty[3] = {};
    Lanes finite{};
    const float inverse_line = 1.0F / p.line;
    for (std::size_t i = 0; i < n; i += lanes) {
        const Lanes w = *reinterpret_cast<const Lanes*>(b.weight + i);
        const Lanes y = *reinterpret_cast<const Lanes*>(b.income + i);
        const Lanes gap = (p.line - y) * inverse_line;
        const Lanes short_of = y < p.line ? w : Lanes{};
        people += w;
        income += w * y;
        source[0] += w * *reinterpret_cast<const Lanes*>(b.operating + i);
        source[1] += w * *reinterpret_cast<const Lanes*>(b.wages + i);
        source[2] += w * *reinterpret_cast<const Lanes*>(b.property + i);
        poverty[0] += short_of;
        poverty[1] += short_of * gap;
        poverty[2] += short_of * gap * gap;
        finite += y - y == Lanes{} ? Lanes{} : Lanes{} + 1.0F;
    }
    p.sums.people += tree_sum(people);
    p.sums.income += tree_sum(income);
    for (int s = 0; s < 3; ++s) p.sums.source[s] += tree_sum(source[s]);
    for (int a = 0; a < 3; ++a) p.sums.poverty[a] += tree_sum(poverty[a]);
    p.sums.not_finite += tree_sum(finite);
}

void classify(LivePass& p, const Block& b, std::size_t n) {
    std::int32_t index[block_size];
    for (std::size_t i = 0; i < n; ++i) index[i] = income_class_of(b.income[i]);
    for (std::size_t i = 0; i < n; ++i)
        p.classes[index[i]] += static_cast<std::uint32_t>(b.weight[i]);
}

void live_pass(LivePass& p) {
    Block b;
    for (std::size_t first = 0; first < p.households; first += block_size) {
        const std::size_t n = p.households - first < block_size ? p.households - first : block_size;
        p.has_luck ? draw_luck(p, b, first, n) : keep_luck(p, b, first, n);
        earn(p, b, first, n);
        if (p.events != nullptr) strike(p, b, first, n);
        add_up(p, b, first, n);
        count_people(p, b, pad(b, n));
        if (p.classes != nullptr) classify(p, b, n);
        if (p.missed != nullptr) {
            look_for_missed(p, b, first, n);
            for_each_flag(b.flag, n, [&](std::size_t i) {
                p.missed[p.missed_count++] = static_cast<std::uint32_t>(first + i);
            });
        }
        observe(p, b, first, n);
        for_each_flag(b.flag, n, [&](std::size_t i) {
            p.screened[p.screened_count++] = static_cast<std::uint32_t>(first + i);
        });
    }
}

}  // namespace

LiveKernel ZHAIMAO_NAME(live_kernel_, ZHAIMAO_ISA)() {
    return live_pass;
}

}  // namespace zhaimao
