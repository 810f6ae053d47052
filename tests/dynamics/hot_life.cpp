// The life course of every kind of household, against the rules taken one household at a time.
#include "engine/dynamics/hot_life.h"

#include <catch2/catch.hpp>
#include <vector>

#include "engine/core/random/philox4x32.h"

using namespace zhaimao;

namespace {

struct Members {
    std::uint32_t people, workers, stages;
    float deviation;
};

void retire(const LifePass& p, Members& m, std::uint32_t word) {
    if (m.workers == 0 || word >= p.ageing * m.workers) return;
    m.deviation += p.retired[m.workers--];
}

void leave(const LifePass& p, Members& m, std::size_t stage, std::uint32_t half_word) {
    if ((m.stages >> stage & 1U) == 0 || half_word >= p.leaves[stage]) return;
    m.stages &= ~(1U << stage);
    if (half_word < p.goes_on[stage] && stage + 1 < stage_count)
        m.stages |= 1U << (stage + 1);
    else if (m.workers < m.people && m.workers < LifePass::most_workers)
        m.deviation += p.started[stage][m.workers++];
}

void begin(const LifePass& p, Members& m, std::uint32_t word) {
    if ((m.stages & 1U) == 0 && word < p.begins && count_bits(m.stages) + 1 < m.people)
        m.stages |= 1U;
}

// A household whose three columns are those of row `serial`.
void live(const LifePass& p, std::uint32_t serial, std::uint32_t traits, std::uint32_t& state,
          float& deviation) {
    const Words w = philox4x32({serial, p.area, p.replicate, p.year_purpose}, p.key0, p.key1);
    Members m{trait::People::get(traits), state::Workers::get(state), state::Students::get(state),
              deviation};
    retire(p, m, w.w0);
    leave(p, m, 3, w.w2 >> 16);
    leave(p, m, 2, w.w2 & 0xFFFFU);
    leave(p, m, 1, w.w1 >> 16);
    leave(p, m, 0, w.w1 & 0xFFFFU);
    begin(p, m, w.w3);
    state = state::Students::set(state::Workers::set(state, m.workers), m.stages);
    deviation = m.deviation;
}

// Much happens in a year, so that several things happen to one household.
LifePass eventful() {
    LifePass p;
    p.area = 141030, p.replicate = 3, p.year_purpose = 2016, p.key0 = 7, p.key1 = 11;
    p.ageing = 0x0F000000, p.begins = 0xA0000000;
    for (std::size_t s = 0; s < stage_count; ++s) {
        p.leaves[s] = 0xC000 - 0x1000 * static_cast<std::uint32_t>(s);
        p.goes_on[s] = 0x6000;
        for (std::size_t w = 0; w <= LifePass::most_workers; ++w)
            p.started[s][w] = 0.7F / static_cast<float>(1 + w + 16 * s);
    }
    for (std::size_t w = 0; w <= LifePass::most_workers; ++w)
        p.retired[w] = -0.9F / static_cast<float>(1 + w);
    return p;
}

struct Columns {
    std::vector<std::uint32_t> traits, state;
    std::vector<float> deviation;

    // Every number of people, workers and stages, with the other bits of the state all set or none.
    Columns() {
        for (std::uint32_t i = 0; i < 16 * 16 * 16 + 5; ++i) {
            const std::uint32_t other = i % 3 == 0 ? ~0U : 0U;
            traits.push_back(trait::People::set(other, i % 16));
            state.push_back(
                state::Students::set(state::Workers::set(other, i / 16 % 16), i / 256 % 16));
            deviation.push_back(i % 2 == 0 ? -0.0F : 0.001F * static_cast<float>(i));
        }
    }
};

bool have_same_bits(const std::vector<float>& a, const std::vector<float>& b) {
    return __builtin_memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

}  // namespace

TEST_CASE("everybody lives by the rules, at every instruction set", "[dynamics][life_course]") {
    Columns expected;
    LifePass p = eventful();
    for (std::uint32_t i = 0; i < expected.state.size(); ++i)
        live(p, i, expected.traits[i], expected.state[i], expected.deviation[i]);
    for (const Isa isa : {Isa::baseline, Isa::v3, Isa::v4}) {
        if (!is_supported(isa)) continue;
        Columns lived;
        p.households = lived.state.size();
        p.traits = lived.traits.data();
        p.state = lived.state.data();
        p.deviation = lived.deviation.data();
        life_kernel(isa)(p);
        CHECK(lived.state == expected.state);
        CHECK(have_same_bits(lived.deviation, expected.deviation));
    }
}
