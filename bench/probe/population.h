// exitbench's people by hand: 17 contiguous counties, two columns of household state, made once.
//
// p is the log of permanent income; what else is known of a household stands in 16 bits. Counties
// are filled up to whole blocks with households of nobody, far above the line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/core/math/hot.h"
#include "engine/core/random/philox.h"

namespace probe {
namespace {  // compiled for one instruction set as a whole

using namespace zhaimao;

constexpr std::size_t households = 1'000'000, county_count = 17, block = 512, lanes = 16;
constexpr int years = 5;
constexpr std::uint32_t seed = 1;
constexpr float line = 0.45840601F;  // exp(-0.78)

// A household's state.
constexpr std::uint32_t size_bits = 7, has_labour = 1 << 3, has_student = 1 << 4,
                        is_unsafe = 1 << 5, is_poor = 1 << 6, was_poor = 1 << 7, is_moved = 1 << 8;

struct State {
    std::vector<float> p;               // log permanent income
    std::vector<std::uint16_t> traits;  // people and the bits above
};

struct County {
    std::size_t first = 0, rows = 0;  // whole blocks
    std::uint32_t code = 0;
    std::int64_t people = 0;
    float growth = 0.0F;
    std::vector<std::uint32_t> poor;  // rows of the start's poor, from the county's first
};

struct Population {
    State state;
    std::vector<County> counties;
};

inline bool chance(std::uint32_t word, float probability) {
    return hot::unit_uniform(word) < probability;
}

inline std::uint32_t draw_size(std::uint32_t word) {
    constexpr float up_to[] = {0.10F, 0.32F, 0.57F, 0.80F, 0.93F};
    std::uint32_t size = 1;
    for (const float share : up_to) size += hot::unit_uniform(word) >= share ? 1 : 0;
    return size;
}

inline void draw_household(State& state, std::uint32_t row, float mean) {
    const Words a = philox4x32({row, 0, 0, 1}, seed, 0), b = philox4x32({row, 0, 0, 2}, seed, 0);
    const float relative = 0.55F * hot::normal_quantile(hot::unit_uniform(a.w0));
    const float p = mean + relative;
    const float seen = p + 0.2F * hot::normal_quantile(hot::unit_uniform(b.w1));
    std::uint32_t traits = draw_size(a.w1);
    if (chance(a.w2, 0.8F)) traits |= has_labour;
    if (chance(a.w3, relative < -0.4F ? 0.20F : 0.05F)) traits |= is_unsafe;
    if (chance(b.w0, 0.3F)) traits |= has_student;
    if (seen < -0.78F) traits |= is_poor | was_poor;
    state.p[row] = p;
    state.traits[row] = static_cast<std::uint16_t>(traits);
}

inline void settle(State& state, County& county, std::size_t its_households) {
    county.rows = (its_households + block - 1) / block * block;
    state.p.resize(county.first + county.rows, 20.0F);
    state.traits.resize(county.first + county.rows, 0);
    const float mean = 0.02F * (static_cast<float>(county.code) - 8.0F);
    for (std::uint32_t i = 0; i < its_households; ++i) {
        const std::size_t row = county.first + i;
        draw_household(state, static_cast<std::uint32_t>(row), mean);
        county.people += state.traits[row] & size_bits;
        if ((state.traits[row] & is_poor) != 0) county.poor.push_back(i);
    }
}

inline Population make_population() {
    Population population;
    const auto share = [](std::size_t c) { return 1.0 + 0.5 * static_cast<double>(c % 5); };
    double shares = 0.0, before = 0.0;
    for (std::size_t c = 0; c < county_count; ++c) shares += share(c);
    const auto place = [&](double at) {
        return static_cast<std::size_t>(at / shares * static_cast<double>(households) + 0.5);
    };
    for (std::size_t c = 0; c < county_count; before += share(c++)) {
        County county;
        county.first = population.state.p.size();
        county.code = static_cast<std::uint32_t>(c);
        county.growth = 0.02F + 0.002F * static_cast<float>(c % 5);
        settle(population.state, county, place(before + share(c)) - place(before));
        population.counties.push_back(std::move(county));
    }
    return population;
}

}  // namespace
}  // namespace probe
