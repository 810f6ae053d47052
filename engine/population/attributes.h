// Attributes of households, drawn by their rates given poor or not: workers, students, guarantees,
// cause, village. Model, section 2.
#pragma once

#include "engine/core/isa.h"
#include "engine/population/columns.h"
#include "engine/population/draft.h"
#include "engine/population/synthesis_draws.h"

namespace zhaimao {

// Fills traits, villages and the unmet guarantees of the state; the register is open already.
// Poor: permanent income, exp(log_mean + draft.deviation), under the poverty mark.
void draw_attributes(CountyPopulation& population, const Draft& draft,
                     const PopulationInputs& inputs, std::size_t county,
                     const SynthesisDraws& draws, double log_mean);

// Counts the start year: true income is the observed one without its error; sources are permanent.
void tally_start(CountyPopulation& population, double line, Isa isa);

}  // namespace zhaimao
