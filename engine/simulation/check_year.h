// Holds a world to simulation/invariants.h at the end of a year, in every build.
//
// Cheap: counts of the county, and sums over its cases. A violation is a defect of the program,
// a ContractViolation that names area, year and intervention or fund.
#pragma once

#include "engine/simulation/tally.h"

namespace zhaimao {

// After `record` of that county and year, with what it returned.
void check_county(const World& world, const Tally& tally, std::size_t county, int year);

// What the counties share, after `record_city`: capacities and funds.
void check_city(const World& world, const Tally& city, int year);

}  // namespace zhaimao
