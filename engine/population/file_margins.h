// The margins that a county's weights are raked to, as declared under `population.microdata.rake`.
#pragma once

#include "engine/population/parameters.h"
#include "engine/population/raking.h"

namespace zhaimao {

//   people            the county's rural_people
//   registered        people on the register, registered_poor, and the rest of rural_people
//   household_sizes   shares of households by size, 8 and more together, tilted to household_size
//   a column          shares of households or of people by its values
[[nodiscard]] std::vector<RakeMargin> file_margins(const PopulationInputs& inputs,
                                                   std::size_t county, const County& area);

// What one category comes to under these weights, in the terms of its target.
[[nodiscard]] double reached_by(const RakeMargin& margin, std::size_t category,
                                const std::vector<double>& weights);

}  // namespace zhaimao
