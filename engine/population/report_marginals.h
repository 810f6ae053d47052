// The `marginal` table of a synthesised county: what was asked for, what was reached.
#pragma once

#include <vector>

#include "engine/core/isa.h"
#include "engine/population/columns.h"
#include "engine/population/parameters.h"

namespace zhaimao {

// One county's rows: people, register, household size, mean income (published against implied),
// shares of households without workers, with students, with unmet guarantees, and of the poor in
// registered villages.
[[nodiscard]] std::vector<Marginal> report_marginals(const PopulationInputs& inputs,
                                                     std::size_t county, const County& area,
                                                     const CountyPopulation& population,
                                                     Isa isa = best_isa());

}  // namespace zhaimao
