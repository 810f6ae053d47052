// A county ready for the dense pass: n households of every kind, some of them cases, with all luck
// in use.
#pragma once

#include <vector>

#include "engine/core/random/draws.h"
#include "engine/dynamics/county_state.h"
#include "engine/dynamics/hot_pass.h"
#include "tests/dynamics/started.h"
#include "tests/population/made_county.h"

struct LiveCounty {
    static constexpr std::uint32_t area = 141030;
    static constexpr int year = 2016;
    static constexpr std::uint32_t villages = 4;

    zhaimao::CountyPopulation population;
    zhaimao::CountyState state;
    zhaimao::EventThresholds events;
    std::vector<std::uint8_t> village_hit = std::vector<std::uint8_t>(villages, 0);
    std::vector<std::uint32_t> classes;
    zhaimao::Screened screened;
    zhaimao::LivePass pass;

    explicit LiveCounty(std::size_t n);
    LiveCounty(const LiveCounty&) = delete;
    LiveCounty& operator=(const LiveCounty&) = delete;

    // Runs the pass of a year at one instruction set. Sums, classes and the screen are those of
    // this year.
    void live(zhaimao::Isa isa, int in_year = year);
};

inline LiveCounty::LiveCounty(std::size_t n) {
    using namespace zhaimao;
    const Draws draws(99, 1);
    std::vector<MadeHousehold> households(n);
    for (std::size_t i = 0; i < n; ++i) {
        const auto u = [&](const char* what) {
            return draws.uniform(static_cast<std::uint32_t>(i), area, 2015, Purpose(what));
        };
        MadeHousehold& h = households[i];
        h.people = 1 + static_cast<std::uint32_t>(u("people") * 6);
        h.poor = u("poor") < 0.3;
        h.registered = u("registered") < 0.2;
        h.village = static_cast<std::uint16_t>(u("village") * villages);
        h.income = {static_cast<float>(500 + 6000 * u("operating")),
                    static_cast<float>(4000 * u("wages")), static_cast<float>(200 * u("property")),
                    static_cast<float>(900 * u("transfers"))};
        h.measurement = static_cast<float>(0.3 * (u("measurement") - 0.5));
        h.observed = h.observed_before = static_cast<float>(1500 + 6000 * u("observed"));
    }
    population = made_county(households);
    start_county(state, population, 2015, 2000.0F, true);
    state.multiplier.resize(n);
    screened.resize(n);
    for (std::size_t s = 0; s < source_count; ++s) pass.income[s] = population.income[s].data();
    pass.households = n;
    pass.traits = population.traits.data();
    pass.village = population.village.data();
    pass.state = state.state.data();
    pass.deviation = state.deviation.data();
    pass.measurement = state.measurement.data();
    pass.observed = state.observed.data();
    pass.multiplier = state.multiplier.data();
    pass.screened = screened.pointers();
    pass.area = area;
    pass.replicate = pass.measurement_replicate = 1;
    pass.key0 = draws.key_0();
    pass.key1 = draws.key_1();
    pass.growth[0] = 1.07F, pass.growth[1] = 1.08F, pass.growth[2] = 1.05F, pass.growth[3] = 1.06F;
    pass.persistence = 0.9F, pass.permanent_sd = 0.1F, pass.transitory_sd = 0.2F;
    pass.mean_one = -0.5F * (0.01F + 0.04F);
    pass.measurement_persistence = 0.8F, pass.measurement_innovation = 0.09F;
    pass.line = 2855.0F;
    pass.screen = 2284.0F;
    pass.events = &events;
    pass.village_event = village_hit.data();
    // Two events of a household, the second for good, then one of a village.
    constexpr double words = 4294967296.0;
    events.household_events = 2;
    events.events = 3;
    for (std::size_t poor = 0; poor < 2; ++poor) {
        events.upper[poor][0] = static_cast<std::uint32_t>((poor != 0 ? 0.09 : 0.05) * words);
        events.upper[poor][1] = events.upper[poor][0] + static_cast<std::uint32_t>(0.01 * words);
        events.lower[poor][1] = events.upper[poor][0];
        events.village_from[poor] = events.upper[poor][1];
    }
    events.struck[2] = static_cast<std::uint32_t>(0.6 * words);
    events.kept_operating[0] = 1.0F, events.kept_operating[1] = 0.9F,
    events.kept_operating[2] = 0.6F;
    events.kept_wages[0] = 0.8F, events.kept_wages[1] = 0.5F, events.kept_wages[2] = 1.0F;
    events.years_after[0] = 1;  // two years in all
    events.years_after[1] = state::EventYears::max;
    village_hit[2] = 3;
}

inline void LiveCounty::live(zhaimao::Isa isa, int in_year) {
    using namespace zhaimao;
    classes.assign(IncomeClasses::count, 0);
    pass.classes = classes.data();
    pass.screened_count = 0;
    pass.sums = {};
    pass.year_purpose = year_and_purpose(in_year, Purpose("test/luck"));
    live_kernel(isa)(pass);
}
