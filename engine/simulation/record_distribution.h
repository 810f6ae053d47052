// Records what needs everybody's income at once: gaps, Watts, inequality, twentieths; and how many
// of the cases lack several things.
//
// Incomes are those of the income classes, so all but the gaps (exact sums) carry the error of a
// class's width: population/measures/class_measures.h. Multidimensional poverty weighs income and
// the five guarantees alike, with a cutoff of a third. Model, section 6.
#pragma once

#include "engine/simulation/record_cells.h"
#include "engine/simulation/tally.h"

namespace zhaimao {

void record_distribution(const RecordCells& cells, const Tally& tally);

}  // namespace zhaimao
