// A population read from a file: weights raked and made whole, households repeated, attributes that
// the file lacks drawn, the register opened. Model, section 2.
#pragma once

#include "engine/core/diagnostics.h"
#include "engine/core/isa.h"
#include "engine/population/columns.h"
#include "engine/population/parameters.h"

namespace zhaimao {

// The weights of one county's rows after raking. Margins that contradict each other are named, and
// nullopt comes back.
[[nodiscard]] std::optional<std::vector<double>> raked_weights(const PopulationInputs& inputs,
                                                               std::size_t county,
                                                               const County& area,
                                                               Diagnostics& diagnostics);

// Throws InputError where raking fails.
[[nodiscard]] CountyPopulation read_county_population(const PopulationInputs& inputs,
                                                      std::size_t county, const County& area,
                                                      Isa isa = best_isa());

// People of each village.
[[nodiscard]] std::vector<std::int32_t> people_by_village(const CountyPopulation& county,
                                                          std::size_t villages);

// Read from a file where the inputs have one, synthesised otherwise. The same inputs give the same
// people, to the bit, for any number of threads, which share the counties.
[[nodiscard]] Population make_population(const PopulationInputs& inputs,
                                         const std::vector<County>& areas, Isa isa = best_isa(),
                                         std::size_t threads = 1);

}  // namespace zhaimao
