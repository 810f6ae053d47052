// Synthesis: a county's marginals become households, one row each, and its register is opened.
// Model, section 2.
#pragma once

#include "engine/core/isa.h"
#include "engine/population/columns.h"
#include "engine/population/parameters.h"

namespace zhaimao {

// The same inputs give the same people, to the bit, for any number of threads, which share the
// counties. `areas` in order of code.
[[nodiscard]] Population synthesise(const PopulationInputs& inputs,
                                    const std::vector<County>& areas, Isa isa = best_isa(),
                                    std::size_t threads = 1);

[[nodiscard]] CountyPopulation synthesise_county(const PopulationInputs& inputs, std::size_t county,
                                                 const County& area, Isa isa = best_isa());

}  // namespace zhaimao
