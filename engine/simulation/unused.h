// Sets of rules and poverty lines that a scenario holds and does not use: their mistakes are told
// as well. Whether they cover every year and were known in time is asked of those in use.
#pragma once

#include "engine/core/config/node.h"
#include "engine/core/diagnostics.h"
#include "engine/simulation/scenario.h"

namespace zhaimao {

void check_unused(const Scenario& scenario, const Node& tree, Diagnostics& diagnostics);

}  // namespace zhaimao
