// Effect `protect`: an event strikes less often, or hurts less.
//
//   probability   share by which its interval of the event draw shrinks, from the upper end: who is
//                 spared has no event this year, and nobody else's luck changes
//   loss          share of the income lost to it that is made good
//   expense       share of its unavoidable expense that is borne for the household
//
// For everybody (`eligible: everybody`) it works inside the dense pass: without it the register
// would have to be everybody. Model, section 4.
#pragma once

#include "engine/interventions/service.h"

namespace zhaimao {

struct Protect {
    static constexpr std::string_view name = "protect";

    std::size_t event = 0;     // index in Dynamics::events
    double probability = 0.0;  // shares, as above
    double loss = 0.0;
    double expense = 0.0;

    // `events`: ids in the order of Dynamics::events.
    static Protect read(Block& block, std::span<const std::string> events);
    // The same event with this protection for everybody; its interval of the draw is shrunk by
    // whoever makes the thresholds.
    void soften(Event& event) const;
    void apply(std::span<const Served> served, EffectContext& context) const;

    friend bool operator==(const Protect&, const Protect&) = default;
};

}  // namespace zhaimao
