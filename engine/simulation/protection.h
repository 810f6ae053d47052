// Who is protected from events this year: everybody inside the dense pass, served cases after it.
// Model, sections 3 B 3 and 4 (effect `protect`).
#pragma once

#include "engine/simulation/world.h"

namespace zhaimao {

inline constexpr Purpose yearly_luck("live/luck");

// The events as they strike whoever has only the protections for everybody.
[[nodiscard]] Dynamics protected_dynamics(const Scenario& scenario, int year);

// The intervals of the event draw; what a protection spares lies at their upper ends.
[[nodiscard]] EventThresholds thresholds_of(const std::vector<Event>& events);

// A case whose chance of one event is smaller; what several protections leave is multiplied.
struct Protected {
    std::uint32_t case_index = 0;
    std::uint32_t event = 0;
    double probability = 0.0;  // share of the interval that is taken off
    std::uint32_t state = 0;   // before the year
};

[[nodiscard]] std::vector<Protected> find_protected(World& world, std::size_t county, int year,
                                                    std::vector<Served>& scratch);

// Takes back the new events that struck in the part of an interval that a protection takes off.
void spare(World& world, std::size_t county, int year, const std::vector<Protected>& insured);

}  // namespace zhaimao
