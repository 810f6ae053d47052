#include "engine/dynamics/hot_life.h"

#include "engine/core/random/philox.h"
#include "engine/dynamics/hot_flags.h"

#define ZHAIMAO_JOIN(a, b) a##b
#define ZHAIMAO_NAME(prefix, isa) ZHAIMAO_JOIN(prefix, isa)

namespace zhaimao {
namespace {

struct Block {
    std::uint32_t w0[block_size], w1[block_size], w2[block_size], w3[block_size];
    Flags flag;
};

std::uint32_t students_in(std::uint32_t stages) {
    return (stages & 1U) + (stages >> 1 & 1U) + (stages >> 2 & 1U) + (stages >> 3 & 1U);
}

void retire(const LifePass& p, std::uint32_t& state, float& deviation, std::uint32_t word) {
    const std::uint32_t workers = state::Workers::get(state);
    // Fifteen workers and a yearly chance under one in sixteen stay within 32 bits.
    if (workers == 0 || word >= p.ageing * workers) return;
    deviation += p.retired[workers];
    state = state::Workers::set(state, workers - 1);
}

void start_work(const LifePass& p, std::uint32_t& state, float& deviation, std::size_t stage,
                std::uint32_t people) {
    const std::uint32_t workers = state::Workers::get(state);
    if (workers >= people || workers >= LifePass::most_workers) return;
    deviation += p.started[stage][workers];
    state = state::Workers::set(state, workers + 1);
}

// From the highest stage down, so that nobody advances twice in a year.
void advance(const LifePass& p, std::uint32_t& state, float& deviation, const std::uint32_t word[2],
             std::uint32_t people) {
    for (std::size_t s = stage_count; s-- > 0;) {
        const std::uint32_t bit = 1U << s;
        const std::uint32_t stages = state::Students::get(state);
        const std::uint32_t u = word[s / 2] >> (16 * (s % 2)) & 0xFFFFU;
        if ((stages & bit) == 0 || u >= p.leaves[s]) continue;
        const bool goes_on = u < p.goes_on[s] && s + 1 < stage_count;
        state = state::Students::set(state, (stages & ~bit) | (goes_on ? bit << 1 : 0U));
        if (!goes_on) start_work(p, state, deviation, s, people);
    }
}

void begin_school(const LifePass& p, std::uint32_t& state, std::uint32_t word,
                  std::uint32_t people) {
    const std::uint32_t stages = state::Students::get(state);
    if ((stages & 1U) != 0 || word >= p.begins || students_in(stages) + 1 >= people) return;
    state = state::Students::set(state, stages | 1U);
}

// Whoever may have something happen. One bit a stage, of those who leave it.
void flag(const LifePass& p, Block& b, std::size_t first, std::size_t n) {
    const std::uint32_t* const __restrict state = p.state + first;
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint32_t workers = state::Workers::get(state[i]);
        const std::uint32_t stages = state::Students::get(state[i]);
        const std::uint32_t leaving = ((b.w1[i] & 0xFFFFU) < p.leaves[0] ? 1U : 0U) |
                                      (b.w1[i] >> 16 < p.leaves[1] ? 2U : 0U) |
                                      ((b.w2[i] & 0xFFFFU) < p.leaves[2] ? 4U : 0U) |
                                      (b.w2[i] >> 16 < p.leaves[3] ? 8U : 0U);
        const int old = b.w0[i] < p.ageing * workers ? 1 : 0;
        const int young = b.w3[i] < p.begins ? 1 : 0;
        b.flag[i] = static_cast<std::uint8_t>(old | young | ((stages & leaving) != 0 ? 1 : 0));
    }
}

void life_pass(LifePass& p) {
    Block b;
    for (std::size_t first = 0; first < p.households; first += block_size) {
        const std::size_t n = p.households - first < block_size ? p.households - first : block_size;
        philox_block(static_cast<std::uint32_t>(first), n, p.area, p.replicate, p.year_purpose,
                     p.key0, p.key1, b.w0, b.w1, b.w2, b.w3);
        flag(p, b, first, n);
        for_each_flag(b.flag, n, [&](std::size_t i) {
            std::uint32_t& state = p.state[first + i];
            float& deviation = p.deviation[first + i];
            const std::uint32_t people = trait::People::get(p.traits[first + i]);
            const std::uint32_t stages[2] = {b.w1[i], b.w2[i]};
            retire(p, state, deviation, b.w0[i]);
            advance(p, state, deviation, stages, people);
            begin_school(p, state, b.w3[i], people);
        });
    }
}

}  // namespace

LifeKernel ZHAIMAO_NAME(life_kernel_, ZHAIMAO_ISA)() {
    return life_pass;
}

}  // namespace zhaimao
