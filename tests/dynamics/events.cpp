// Events as the dense pass strikes them.
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/dynamics/live_county.h"

using namespace zhaimao;

TEST_CASE("events strike by their probability and poverty, within 4 binomial errors",
          "[dynamics][hot_pass]") {
    constexpr std::size_t n = 100000;
    LiveCounty county(n);
    county.live(best_isa());
    double of[2][2] = {}, hits[2][2][3] = {};  // by poverty and by hit village
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t poor = trait::Poor::get(county.population.traits[i]);
        const std::size_t hit = county.population.village[i] == 2 ? 1 : 0;
        const std::uint32_t event = state::Event::get(county.state.state[i]);
        of[poor][hit] += 1;
        if (event != 0) hits[poor][hit][event - 1] += 1;
    }
    for (std::size_t poor = 0; poor < 2; ++poor)
        for (std::size_t hit = 0; hit < 2; ++hit) {
            const double rates[] = {poor != 0 ? 0.09 : 0.05, 0.01, hit != 0 ? 0.6 : 0.0};
            for (std::size_t e = 0; e < 3; ++e)
                CHECK(std::abs(hits[poor][hit][e] / of[poor][hit] - rates[e]) <=
                      4 * std::sqrt(rates[e] * (1 - rates[e]) / of[poor][hit]));
        }
}

TEST_CASE("an event lasts its years, for good ends never, and one at a time",
          "[dynamics][hot_pass]") {
    constexpr std::size_t n = 20000;
    LiveCounty county(n);
    county.pass.village_event = nullptr;
    std::vector<std::uint32_t> history[4];
    for (int k = 0; k < 4; ++k) {
        county.live(Isa::baseline, 2016 + k);
        for (std::uint32_t s : county.state.state) history[k].push_back(state::Event::get(s));
    }
    double began = 0, over = 0, for_good = 0;
    for (std::size_t i = 0; i < n; ++i) {
        CHECK(history[0][i] != 3);
        if (history[0][i] == 1) {
            ++began;
            CHECK(history[1][i] == 1);  // the second of two years
            over += history[2][i] == 0 ? 1 : 0;
        }
        if (history[0][i] == 2) {
            ++for_good;
            for (int k = 1; k < 4; ++k) CHECK(history[k][i] == 2);
        }
    }
    CHECK(for_good > 100);
    // The third year may bring a new one: with at most 10 %.
    CHECK(over > began * 0.9 - 4 * std::sqrt(began * 0.09));
    CHECK(over < began);
}
