// Holds a world to simulation/invariants.h at the end of a year, in every build.
//
// Cheap: counts of the county and one pass over its cases. A violation is a defect of the program,
// a ContractViolation that names area, year and intervention or fund.
#pragma once

#include "engine/simulation/world.h"

namespace zhaimao {

// After `record` of that year.
void check_year(const World& world, int year);

}  // namespace zhaimao
