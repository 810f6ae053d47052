// A county's households as its census of ages tells them from those of the whole place:
//
//   workers among people      times  (1 - under_15 - over_64) of the county over that of the place
//   households without worker times  over_64 over over_64
//   pupils of primary, junior times  under_15 over under_15
//
// each at most 1. Shares of one census on both sides: only the county's difference counts, not the
// level. Model, section 2.
#pragma once

#include "engine/population/parameters.h"

namespace zhaimao {

// The rates of the place where the county gives no ages.
[[nodiscard]] Composition composition_in(const PopulationInputs& inputs, std::size_t county);

}  // namespace zhaimao
