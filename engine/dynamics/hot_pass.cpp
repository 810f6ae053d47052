#include "engine/dynamics/hot_pass.h"

#include "engine/core/math/hot.h"
#include "engine/core/random/philox.h"
#include "engine/core/register_width.h"
#include "engine/dynamics/hot_draw.h"
#include "engine/dynamics/hot_events.h"
#include "engine/population/household.h"

#define ZHAIMAO_JOIN(a, b) a##b
#define ZHAIMAO_NAME(prefix, isa) ZHAIMAO_JOIN(prefix, isa)

namespace zhaimao {
namespace {

// Sums in 16 lanes of their own, whatever the width of the registers, then in one fixed tree.
constexpr std::size_t lanes = 16;
typedef float Lanes __attribute__((vector_size(lanes * sizeof(float)), aligned(4), may_alias));
typedef double WideLanes __attribute__((vector_size(lanes * sizeof(double))));

// So many of the lanes as fill a register.
constexpr std::size_t part = register_bytes / sizeof(float);
typedef float Part __attribute__((vector_size(part * sizeof(float)), aligned(4), may_alias));

double tree_sum(const WideLanes& v) {
    double s[lanes];
    for (std::size_t i = 0; i < lanes; ++i) s[i] = v[i];
    for (std::size_t step = lanes / 2; step > 0; step /= 2)
        for (std::size_t i = 0; i < step; ++i) s[i] += s[i + step];
    return s[0];
}

// The sums of a county: a block's lanes of floats are added to lanes of doubles.
struct CountySums {
    WideLanes people{}, source[3] = {}, income{}, poverty[3] = {};
    double not_finite = 0.0;
};

inline __attribute__((always_inline)) void add(WideLanes& sum, const float (&block)[lanes]) {
    sum += __builtin_convertvector(*reinterpret_cast<const Lanes*>(block), WideLanes);
}

void draw_luck(const LivePass& p, Block& b, std::size_t first, std::size_t n) {
    draw_words(p, b, first, n);
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
    if (p.has_measurement || p.events != nullptr) draw_words(p, b, first, n);
    float* const __restrict deviation = p.deviation + first;
    float* const __restrict multiplier = p.multiplier + first;
    for (std::size_t i = 0; i < n; ++i) {
        deviation[i] = p.persistence * deviation[i];
        multiplier[i] = hot::exp(deviation[i] + p.mean_one);
    }
}

constexpr float nothing[block_size] = {};

const float* incomes(const LivePass& p, int source, std::size_t first) {
    return p.income[source] != nullptr ? p.income[source] + first : nothing;
}

void earn(const LivePass& p, Block& b, std::size_t first, std::size_t n) {
    const float* const __restrict operating = incomes(p, 0, first);
    const float* const __restrict wages = incomes(p, 1, first);
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

void add_up(const LivePass& p, Block& b, std::size_t first, std::size_t n) {
    const float* const __restrict property = incomes(p, 2, first);
    const float* const __restrict transfers = incomes(p, 3, first);
    for (std::size_t i = 0; i < n; ++i) {
        b.property[i] = property[i] * p.growth[2];
        b.income[i] = b.operating[i] + b.wages[i] + (b.property[i] + transfers[i] * p.growth[3]);
    }
}

// Flags the households that are poor in truth, averaged as the assessment does it. Last year's true
// income is what was seen then without its error: both are still at hand.
void look_for_missed(const LivePass& p, Block& b, std::size_t first, std::size_t n) {
    const std::uint32_t* const __restrict state = p.state + first;
    if (p.missed_two_years) {
        const float* const __restrict observed = p.observed + first;
        const float* const __restrict measurement = p.measurement + first;
        for (std::size_t i = 0; i < n; ++i)
            b.wages[i] = 0.5F * (observed[i] * hot::exp(-measurement[i])) + 0.5F * b.income[i];
    } else {
        for (std::size_t i = 0; i < n; ++i) b.wages[i] = b.income[i];
    }
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
    // The mean of this year with itself where one year is looked at.
    const float* const before = p.screen_two_years ? p.observed + first : b.wages;
    for (std::size_t i = 0; i < n; ++i) {
        const float mean = 0.5F * (before[i] + b.wages[i]);
        b.flag[i] =
            static_cast<std::uint8_t>((mean < p.screen ? 1 : 0) & (b.weight[i] > 0.0F ? 1 : 0));
    }
    if (p.observed == nullptr) return;
    float* const __restrict observed = p.observed + first;
    for (std::size_t i = 0; i < n; ++i) observed[i] = b.wages[i];
}

void keep_screened(LivePass& p, std::size_t row, float seen) {
    const ScreenedPass& out = p.screened;
    const std::size_t k = p.screened_count++;
    out.row[k] = static_cast<std::uint32_t>(row);
    out.traits[k] = p.traits[row];
    out.state[k] = p.state[row];
    for (int s = 0; s < 4; ++s) out.income[s][k] = p.income[s] != nullptr ? p.income[s][row] : 0.0F;
    out.deviation[k] = p.deviation[row];
    out.observed[k] = seen;
}

// Pads the block with households of no weight, so that every lane has a value.
std::size_t pad(Block& b, std::size_t n) {
    const std::size_t whole = (n + lanes - 1) / lanes * lanes;
    for (std::size_t i = n; i < whole; ++i)
        b.operating[i] = b.wages[i] = b.property[i] = b.income[i] = b.weight[i] = 0.0F;
    return whole;
}

// The sums of a block. Part by part of the lanes: all of them at once would not fit the registers.
struct BlockSums {
    float people[lanes], source[3][lanes], income[lanes], poverty[3][lanes];
};

inline __attribute__((always_inline)) Part load(const float* from) {
    return *reinterpret_cast<const Part*>(from);
}
inline __attribute__((always_inline)) void store(float* to, const Part& sum) {
    *reinterpret_cast<Part*>(to) = sum;
}

void sum_lanes(BlockSums& sums, const Block& b, std::size_t n, float line, std::size_t lane) {
    Part people{}, source[3] = {}, income{}, poverty[3] = {};
    const float inverse_line = 1.0F / line;
    for (std::size_t i = lane; i < n; i += lanes) {
        const Part w = load(b.weight + i), y = load(b.income + i);
        const Part gap = (line - y) * inverse_line;
        const Part short_of = y < line ? w : Part{};
        people += w;
        income += w * y;
        source[0] += w * load(b.operating + i);
        source[1] += w * load(b.wages + i);
        source[2] += w * load(b.property + i);
        poverty[0] += short_of;
        poverty[1] += short_of * gap;
        poverty[2] += short_of * gap * gap;
    }
    store(sums.people + lane, people);
    store(sums.income + lane, income);
    for (int s = 0; s < 3; ++s) store(sums.source[s] + lane, source[s]);
    for (int a = 0; a < 3; ++a) store(sums.poverty[a] + lane, poverty[a]);
}

void count_people(const LivePass& p, CountySums& sums, const Block& b, std::size_t n) {
    BlockSums block;
    for (std::size_t lane = 0; lane < lanes; lane += part) sum_lanes(block, b, n, p.line, lane);
    add(sums.people, block.people);
    add(sums.income, block.income);
    for (int s = 0; s < 3; ++s) add(sums.source[s], block.source[s]);
    for (int a = 0; a < 3; ++a) add(sums.poverty[a], block.poverty[a]);
    // Where every income is finite, so is their sum.
    float any = 0.0F;
    for (const float sum : block.income) any += sum - sum;
    if (any == 0.0F) return;
    for (std::size_t i = 0; i < n; ++i)
        sums.not_finite += b.income[i] - b.income[i] == 0.0F ? 0 : 1;
}

void add_up(LiveSums& sums, const CountySums& lanes_of) {
    sums.people = tree_sum(lanes_of.people);
    sums.income = tree_sum(lanes_of.income);
    for (int s = 0; s < 3; ++s) sums.source[s] = tree_sum(lanes_of.source[s]);
    for (int a = 0; a < 3; ++a) sums.poverty[a] = tree_sum(lanes_of.poverty[a]);
    sums.not_finite = lanes_of.not_finite;
}

void classify(LivePass& p, Block& b, std::size_t n) {
    // Class and people in one word: what is gone through one by one is read at once.
    constexpr std::uint32_t heads = trait::People::max + 1;
    std::uint32_t* const __restrict both = b.w1;  // the words of luck are used up
    for (std::size_t i = 0; i < n; ++i)
        both[i] = static_cast<std::uint32_t>(income_class_of(b.income[i])) * heads +
                  static_cast<std::uint32_t>(static_cast<std::int32_t>(b.weight[i]));
#pragma GCC unroll 8
    for (std::size_t i = 0; i < n; ++i) p.classes[both[i] / heads] += both[i] % heads;
}

void live_pass(LivePass& p) {
    Block b;
    CountySums sums;
    for (std::size_t first = 0; first < p.households; first += block_size) {
        const std::size_t n = p.households - first < block_size ? p.households - first : block_size;
        p.has_luck ? draw_luck(p, b, first, n) : keep_luck(p, b, first, n);
        earn(p, b, first, n);
        if (p.events != nullptr) strike(p, b, first, n);
        add_up(p, b, first, n);
        count_people(p, sums, b, pad(b, n));
        if (p.classes != nullptr) classify(p, b, n);
        if (p.missed != nullptr) {
            look_for_missed(p, b, first, n);
            for_each_flag(b.flag, n, [&](std::size_t i) {
                p.missed[p.missed_count++] = static_cast<std::uint32_t>(first + i);
            });
        }
        observe(p, b, first, n);
        for_each_flag(b.flag, n, [&](std::size_t i) { keep_screened(p, first + i, b.wages[i]); });
    }
    add_up(p.sums, sums);
}

}  // namespace

LiveKernel ZHAIMAO_NAME(live_kernel_, ZHAIMAO_ISA)() {
    return live_pass;
}

}  // namespace zhaimao
