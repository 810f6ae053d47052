// From which year on two scenarios differ in what is simulated, over the same population and draws.
//
// Values by year (lines, growth, capacities, take-up, top-ups, money of funds, plans of exits) and
// the first and last year of an intervention act in their own year and later, never before. All
// else acts from the start. Model, section 5: scenarios that differ only from a year on have the
// same history until then, to the bit.
#pragma once

#include "engine/simulation/scenario.h"

namespace zhaimao {

// The first year that is lived differently: `start` where nothing is shared, `horizon` + 1 where
// they are the same.
[[nodiscard]] int parts_in(const Scenario& a, const Scenario& b);

}  // namespace zhaimao
