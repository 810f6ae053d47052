// A county made by hand: households given one by one, for tests that know every number.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/population/columns.h"

struct MadeHousehold {
    std::uint32_t people = 1;
    std::uint32_t workers = 0;
    std::uint32_t students = 0;  // one bit a stage
    std::uint32_t unmet = 0;     // one bit a guarantee
    bool registered = false;     // on the register at the start
    bool poor = false;           // at the start
    bool registered_village = false;
    zhaimao::Cause cause = zhaimao::Cause::skill;
    std::uint16_t village = 0;
    std::array<float, zhaimao::source_count> income{};  // yuan per head
    float measurement = 0.0F;                           // log error
    float observed = 0.0F;
    float observed_before = 0.0F;
};

inline std::uint32_t traits_of(const MadeHousehold& h) {
    using namespace zhaimao;
    std::uint32_t t = trait::People::set(0, h.people);
    t = trait::Workers::set(t, h.workers);
    t = trait::Students::set(t, h.students);
    t = trait::Poor::set(t, h.poor ? 1 : 0);
    t = trait::RegisteredVillage::set(t, h.registered_village ? 1 : 0);
    t = trait::MainCause::set(t, static_cast<std::uint32_t>(h.cause));
    return trait::Unmet::set(t, h.unmet);
}

inline zhaimao::CountyPopulation made_county(const std::vector<MadeHousehold>& households) {
    using namespace zhaimao;
    CountyPopulation p;
    for (const MadeHousehold& h : households) {
        for (std::size_t s = 0; s < source_count; ++s) p.income[s].push_back(h.income[s]);
        p.traits.push_back(traits_of(h));
        p.village.push_back(h.village);
        const auto status = h.registered ? Status::registered : Status::never;
        p.state.push_back(
            state::Status::set(state::Unmet::set(0, h.unmet), static_cast<std::uint32_t>(status)));
        p.measurement.push_back(h.measurement);
        p.observed.push_back(h.observed);
        p.observed_before.push_back(h.observed_before);
        p.people += h.people;
    }
    p.complete_state();
    return p;
}
