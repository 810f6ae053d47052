// What the values of a scenario say together: sums, years and households that cannot all be. Each
// value is right by itself; where one is not, what leans on it is not judged.
//
// Errors: counties that do not add up to the city's published totals; an intervention that ends
// before it begins, or that no household can ever be eligible for. Warnings: one that begins after
// the run; promised exits of more people than there are; a relief larger than the expense that it
// relieves. Distributions are judged at their means.
#pragma once

#include "engine/core/config/node.h"
#include "engine/core/diagnostics.h"
#include "engine/simulation/scenario.h"

namespace zhaimao {

// `tree` is what `central` was read from: places of messages come from it.
void check_consistency(const Scenario& central, const Node& tree, Diagnostics& diagnostics);

}  // namespace zhaimao
