// One intervention in all counties in one year: who asks, what is allotted, who is served. Model,
// section 3 A.
#pragma once

#include "engine/simulation/county_steps.h"

namespace zhaimao {

// Divides the city's capacity and money among the counties and serves them. In the start year the
// stages of a pipeline are served one after the other.
void run_intervention(World& world, std::size_t index, int year, CountySteps& steps);

}  // namespace zhaimao
