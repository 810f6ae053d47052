// Households of every kind side by side, as a predicate sees them.
#pragma once

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "engine/interventions/predicate.h"

inline const std::vector<std::string> predicate_ids{"relocation", "training"};

// One household as a test sees it, with the view that the predicate sees.
struct Households {
    std::vector<std::uint32_t> traits, state;
    std::vector<float> observed;
    std::vector<std::int16_t> entered;
    std::vector<std::uint64_t> enrolled;

    [[nodiscard]] zhaimao::HouseholdView view() const {
        zhaimao::HouseholdView v;
        v.traits = traits;
        v.state = state;
        v.observed = observed;
        v.entered = entered;
        v.enrolled = enrolled;
        v.year = 2018;
        v.designation = zhaimao::Designation::provincial;
        v.illness_events = 0b0101;
        v.disability_events = 0b0010;
        return v;
    }
};

inline Households random_households(std::size_t n, bool never_registered) {
    std::mt19937 engine(12);
    const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
    Households h;
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint32_t people = 1 + random() % 6;
        std::uint32_t t = zhaimao::trait::People::set(0, people);
        t = zhaimao::trait::Workers::set(t, random() % (people + 1));
        t = zhaimao::trait::Students::set(t, random() % 16);
        h.traits.push_back(zhaimao::trait::RegisteredVillage::set(t, random() % 2));
        std::uint32_t s =
            zhaimao::state::Status::set(0, never_registered ? 0 : random() % zhaimao::status_count);
        s = zhaimao::state::Unmet::set(s, random() % 32);
        h.state.push_back(
            zhaimao::with_members(zhaimao::state::Event::set(s, random() % 5), h.traits.back()));
        h.observed.push_back(static_cast<float>(500 * (random() % 12)));
        h.entered.push_back(static_cast<std::int16_t>(2014 + random() % 5));
        h.enrolled.push_back(never_registered ? 0 : random() % 4);
    }
    return h;
}

// 1 for each household of the view for which it holds, else 0.
inline std::vector<std::uint8_t> evaluate(const zhaimao::Predicate& predicate,
                                          const zhaimao::HouseholdView& view) {
    std::vector<std::uint32_t> found;
    predicate.find(view, found);
    std::vector<std::uint8_t> eligible(view.size(), 0);
    for (const std::uint32_t household : found) eligible[household] = 1;
    return eligible;
}

inline std::vector<std::uint8_t> evaluate(const std::string& text,
                                          const zhaimao::HouseholdView& view) {
    std::string problem;
    const zhaimao::Predicate predicate = zhaimao::Predicate::parse(text, predicate_ids, problem);
    INFO(text);
    REQUIRE(problem == "");
    return evaluate(predicate, view);
}
