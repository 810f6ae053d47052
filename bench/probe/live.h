// The dense pass by hand: a year's incomes of everybody in blocks of 512, and the list of cases,
// who are poor or under the line.
#pragma once

#include "bench/probe/population.h"
#include "bench/words.h"

namespace probe {
namespace {

// The households that need more than their luck; filled up to whole lanes with nobody.
struct Cases {
    std::vector<std::uint32_t> rows, traits;
    std::vector<float> incomes;
    std::size_t count = 0;

    explicit Cases(std::size_t most) : rows(most), traits(most), incomes(most) {}
};

struct Block {
    std::uint32_t words[4][block];
    float z1[block], z2[block], incomes[block];
    std::uint32_t is_case[lanes];  // bit k of lane j: the household 16 k + j
};

// Place of each bit that is set among eight, times the lanes, and how many are.
struct BitPlaces {
    std::uint8_t places[256][8] = {}, counts[256] = {};
    constexpr BitPlaces() {
        for (unsigned bits = 0; bits < 256; ++bits)
            for (unsigned k = 0; k < 8; ++k)
                if ((bits >> k & 1) != 0)
                    places[bits][counts[bits]++] = static_cast<std::uint8_t>(k * lanes);
    }
};
constexpr BitPlaces bit_places;

inline void draw_luck(Block& b) {
    for (std::size_t i = 0; i < block; ++i)
        hot::box_muller(b.words[0][i], b.words[1][i], b.z1[i], b.z2[i]);
}

inline void earn(Block& b, float* __restrict p, float growth) {
    constexpr std::uint32_t event_below = 0x07AE147BU;  // 3 % of the words
    for (std::size_t i = 0; i < block; ++i) {
        const float now = p[i] + (growth + 0.12F * b.z1[i]);
        const float kept = b.words[2][i] < event_below ? 0.6F : 1.0F;
        p[i] = now;
        b.incomes[i] = hot::exp(now + 0.20F * b.z2[i]) * kept;
    }
}

inline void screen(Block& b, const std::uint16_t* __restrict traits, float* __restrict income) {
    std::uint32_t is_case[lanes] = {};
    float sums[lanes];
    for (std::size_t j = 0; j < lanes; ++j) sums[j] = income[j];
    for (std::uint32_t k = 0; k < block / lanes; ++k)
        for (std::size_t j = 0; j < lanes; ++j) {
            const float y = b.incomes[k * lanes + j];
            const std::uint32_t t = traits[k * lanes + j];
            sums[j] += y * static_cast<float>(static_cast<std::int32_t>(t & size_bits));
            is_case[j] |= ((y < line ? 1U : 0U) | (t >> 6 & 1U)) << k;
        }
    for (std::size_t j = 0; j < lanes; ++j) income[j] = sums[j], b.is_case[j] = is_case[j];
}

inline void list_cases(const Block& b, std::uint32_t first, const std::uint16_t* __restrict traits,
                       Cases& cases) {
    std::uint32_t* const __restrict rows = cases.rows.data();
    const std::size_t before = cases.count;
    std::size_t count = before;
    for (std::uint32_t j = 0; j < lanes; ++j)
        for (std::uint32_t eight = 0; eight < block / lanes / 8; ++eight) {
            const std::uint32_t bits = b.is_case[j] >> (8 * eight) & 0xFF;
            for (std::size_t k = 0; k < 8; ++k)
                rows[count + k] = first + j + static_cast<std::uint32_t>(lanes) * 8 * eight +
                                  bit_places.places[bits][k];
            count += bit_places.counts[bits];
        }
    float* const __restrict incomes = cases.incomes.data();
    std::uint32_t* const __restrict to = cases.traits.data();
    for (std::size_t i = before; i < count; ++i) incomes[i] = b.incomes[rows[i] - first];
    for (std::size_t i = before; i < count; ++i) to[i] = traits[rows[i] - first];
    cases.count = count;
}

// Returns the county's income, people times income per head, before what the poor are given.
inline double live(const County& county, State& state, std::uint32_t replicate, std::uint32_t year,
                   Cases& cases) {
    Block b;
    double income = 0.0;
    float lane_income[lanes] = {};
    cases.count = 0;
    for (std::uint32_t first = 0; first < county.rows; first += block) {
        const std::uint16_t* const traits = state.traits.data() + first;
        draw_words({first, county.code, replicate, year << 20}, {seed, 1}, b.words);
        draw_luck(b);
        earn(b, state.p.data() + first, county.growth);
        screen(b, traits, lane_income);
        list_cases(b, first, traits, cases);
    }
    for (const float sum : lane_income) income += static_cast<double>(sum);
    return income;
}

}  // namespace
}  // namespace probe
