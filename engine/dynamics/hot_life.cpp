#include "engine/dynamics/hot_life.h"

#include "engine/core/random/philox.h"
#include "engine/dynamics/hot_masks.h"

#define ZHAIMAO_JOIN(a, b) a##b
#define ZHAIMAO_NAME(prefix, isa) ZHAIMAO_JOIN(prefix, isa)

namespace zhaimao {
namespace {

constexpr std::size_t block_size = 512;  // the scratch of a block stays in the first-level cache
constexpr std::uint32_t table_size = LifePass::most_workers + 1;
constexpr std::size_t step_count = 1 + stage_count;  // who passes working age, who leaves a stage
constexpr unsigned step_bits = 4;                    // index a table

struct Block {
    std::uint32_t w0[block_size], w1[block_size], w2[block_size], w3[block_size];
    std::uint32_t steps[block_size];  // step_bits each, the first step lowest
};

// What each step adds to the deviation, by workers before it; what stands for nothing happening
// adds -0, which changes no number, not even -0.
struct Tables {
    float added[step_count][table_size];
};
constexpr std::uint32_t nobody_retires = 0, nobody_starts = LifePass::most_workers;

// Steps from the highest stage down, so that nobody advances twice in a year.
constexpr std::size_t stage_of_step(std::size_t step) {
    return stage_count - step;
}

Tables tables_of(const LifePass& p) {
    Tables t;
    for (std::size_t w = 0; w < table_size; ++w) {
        t.added[0][w] = w == nobody_retires ? -0.0F : p.retired[w];
        for (std::size_t step = 1; step < step_count; ++step)
            t.added[step][w] = w == nobody_starts ? -0.0F : p.started[stage_of_step(step)][w];
    }
    return t;
}

// A household's members on their way through the year.
struct Members {
    std::uint32_t people, workers, stages;
};

using Step = std::uint32_t;

// Of numbers under 2^31: every instruction set compares signed ones at once.
inline __attribute__((always_inline)) std::uint32_t is_less(std::uint32_t a, std::uint32_t b) {
    return mask(static_cast<std::int32_t>(a) < static_cast<std::int32_t>(b));
}

inline __attribute__((always_inline)) Step retire(Members& m, std::uint32_t ageing,
                                                  std::uint32_t word) {
    // Fifteen workers and a yearly chance under one in sixteen stay within 32 bits.
    const std::uint32_t retires = mask(word < ageing * m.workers);
    const Step step = choose(retires, m.workers, nobody_retires);
    m.workers += retires;
    return step;
}

template <std::size_t stage>
inline __attribute__((always_inline)) Step advance(Members& m, const LifePass& p,
                                                   std::uint32_t word) {
    constexpr std::uint32_t bit = 1U << stage;
    const std::uint32_t u = stage % 2 == 0 ? word & 0xFFFFU : word >> 16;
    const std::uint32_t leaves = mask((m.stages & bit) != 0) & is_less(u, p.leaves[stage]);
    const std::uint32_t goes_on =
        stage + 1 < stage_count ? leaves & is_less(u, p.goes_on[stage]) : 0;
    m.stages = (m.stages & ~(leaves & bit)) | (goes_on & (bit << 1));
    const std::uint32_t starts = leaves & ~goes_on & is_less(m.workers, m.people);
    const Step step = choose(starts, m.workers, nobody_starts);
    m.workers -= starts;
    return step;
}

inline __attribute__((always_inline)) std::uint32_t students_in(std::uint32_t stages) {
    const std::uint32_t pairs = stages - (stages >> 1 & 0b0101U);
    return (pairs & 0b0011U) + (pairs >> 2);
}

inline __attribute__((always_inline)) void begin_school(Members& m, std::uint32_t begins,
                                                        std::uint32_t word) {
    m.stages |= mask((m.stages & 1U) == 0) & mask(word < begins) &
                is_less(students_in(m.stages) + 1, m.people) & 1U;
}

// No branch a household: one in eight has something happen, which no processor foresees.
void live_a_year(const LifePass& p, Block& b, std::size_t first, std::size_t n) {
    const std::uint32_t* const __restrict traits = p.traits + first;
    std::uint32_t* const __restrict state = p.state + first;
    static_assert(stage_count == 4);
    static_assert(trait::People::max <= LifePass::most_workers);  // starters are in the tables
    for (std::size_t i = 0; i < n; ++i) {
        Members m{trait::People::get(traits[i]), state::Workers::get(state[i]),
                  state::Students::get(state[i])};
        Step steps = retire(m, p.ageing, b.w0[i]);
        steps |= advance<3>(m, p, b.w2[i]) << step_bits;
        steps |= advance<2>(m, p, b.w2[i]) << 2 * step_bits;
        steps |= advance<1>(m, p, b.w1[i]) << 3 * step_bits;
        steps |= advance<0>(m, p, b.w1[i]) << 4 * step_bits;
        begin_school(m, p.begins, b.w3[i]);
        b.steps[i] = steps;
        state[i] = state::Students::set(state::Workers::set(state[i], m.workers), m.stages);
    }
}

// As many households as a register holds, or four of them without shuffles by index (clang has none
// of this name).
#if defined(__AVX512F__) && !defined(__clang__)
constexpr std::size_t lane_count = 16;
#elif defined(__AVX2__) && !defined(__clang__)
constexpr std::size_t lane_count = 8;
#else
constexpr std::size_t lane_count = 4;
#endif
typedef float Lanes __attribute__((vector_size(lane_count * sizeof(float))));
typedef std::uint32_t Indices __attribute__((vector_size(lane_count * sizeof(std::uint32_t))));

// The entries of a table whose indices are in the lowest bits.
inline __attribute__((always_inline)) Lanes look_up(const float (&table)[table_size], Indices at) {
#if defined(__AVX512F__) && !defined(__clang__)
    Lanes whole;
    __builtin_memcpy(&whole, table, sizeof whole);
    return __builtin_shuffle(whole, at);  // by the lowest four bits
#elif defined(__AVX2__) && !defined(__clang__)
    Indices low, high;
    __builtin_memcpy(&low, table, sizeof low);
    __builtin_memcpy(&high, table + lane_count, sizeof high);
    const Indices upper = -(at >> 3 & 1U);
    return reinterpret_cast<Lanes>((__builtin_shuffle(high, at) & upper) |
                                   (__builtin_shuffle(low, at) & ~upper));
#else
    return Lanes{table[at[0] % table_size], table[at[1] % table_size], table[at[2] % table_size],
                 table[at[3] % table_size]};
#endif
}

// The deviations after the steps, which are added in their order.
void move_deviations(const Tables& tables, const Block& b, float* deviation, std::size_t n) {
    const std::size_t whole = n - n % lane_count;
    for (std::size_t i = 0; i < whole; i += lane_count) {
        Lanes d;
        Indices steps;
        __builtin_memcpy(&d, deviation + i, sizeof d);
        __builtin_memcpy(&steps, b.steps + i, sizeof steps);
#pragma GCC unroll 5
        for (std::size_t step = 0; step < step_count; ++step)
            d += look_up(tables.added[step], steps >> (step_bits * step));
        __builtin_memcpy(deviation + i, &d, sizeof d);
    }
    for (std::size_t i = whole; i < n; ++i)
        for (std::size_t step = 0; step < step_count; ++step)
            deviation[i] += tables.added[step][b.steps[i] >> (step_bits * step) & (table_size - 1)];
}

void life_pass(LifePass& p) {
    const Tables tables = tables_of(p);
    Block b;
    for (std::size_t first = 0; first < p.households; first += block_size) {
        const std::size_t n = p.households - first < block_size ? p.households - first : block_size;
        philox_block(static_cast<std::uint32_t>(first), n, p.area, p.replicate, p.year_purpose,
                     p.key0, p.key1, b.w0, b.w1, b.w2, b.w3);
        live_a_year(p, b, first, n);
        move_deviations(tables, b, p.deviation + first, n);
    }
}

}  // namespace

LifeKernel ZHAIMAO_NAME(life_kernel_, ZHAIMAO_ISA)() {
    return life_pass;
}

}  // namespace zhaimao
