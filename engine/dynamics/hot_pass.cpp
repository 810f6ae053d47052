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

// The new event of a household, 1 + its index, or 0. Competing risks: one word, consecutive
// intervals.
std::uint32_t new_event(const LivePass& p, std::uint32_t traits, std::uint16_t village,
                        std::uint32_t word) {
    const EventThresholds& e = *p.events;
    const std::uint32_t poor = trait::Poor::get(traits);
    for (std::uint32_t k = 0; k < e.household_events; ++k)
        if (word >= e.lower[poor][k] && word < e.upper[poor][k]) return k + 1;
    const std::uint32_t hit = p.village_event != nullptr ? p.village_event[village] : 0;
    const std::uint32_t from = e.village_from[poor];
    return hit != 0 && word >= from && word - from < e.struck[hit - 1] ? hit : 0;
}

void suffer(const LivePass& p, Block& b, std::size_t row, std::size_t i) {
    const EventThresholds& e = *p.events;
    std::uint32_t state = p.state[row];
    std::uint32_t event = state::Event::get(state);
    const std::uint32_t years = state::EventYears::get(state);
    if (event != 0 && years == 0) event = 0;
    if (event != 0) {
        state = state::EventYears::set(state, years == state::EventYears::max ? years : years - 1);
    } else {
        event = new_event(p, p.traits[row], p.village[row], b.w2[i]);
        state = state::EventYears::set(state, event != 0 ? e.years_after[event - 1] : 0);
    }
    p.state[row] = state::Event::set(state, event);
    if (event == 0) return;
    b.operating[i] *= e.kept_operating[event - 1];
    b.wages[i] *= e.kept_wages[event - 1];
}

// Only households with an event, or a word that may bring one, are looked at one by one.
void strike(const LivePass& p, Block& b, std::size_t first, std::size_t n) {
    const EventThresholds& e = *p.events;
    std::uint32_t bound = 0;
    for (std::size_t k = 0; k < e.household_events; ++k)
        for (const auto& upper : e.upper) bound = upper[k] > bound ? upper[k] : bound;
    if (p.village_event != nullptr) {
        std::uint32_t widest = 0;
        for (std::size_t k = e.household_events; k < e.events; ++k)
            widest = e.struck[k] > widest ? e.struck[k] : widest;
        for (const std::uint32_t from : e.village_from) bound = from > bound ? from : bound;
        bound = widest > ~bound ? ~std::uint32_t{0} : bound + widest;
    }
    const std::uint32_t* const __restrict state = p.state + first;
    for (std::size_t i = 0; i < n; ++i)
        b.flag[i] = static_cast<std::uint8_t>((b.w2[i] < bound ? 1 : 0) |
                                              (state::Event::get(state[i]) != 0 ? 1 : 0));
    for_each_flag(b.flag, n, [&](std::size_t i) { suffer(p, b, first + i, i); });
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
