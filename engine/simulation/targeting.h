// How well each intervention's gains of a year find the poor. Measures: measures/targeting.h.
//
// Before is a household's true income of the year without what interventions give it: sources after
// growth, luck and events. Poor is who has less than the line before. Served is to whom an
// intervention gave something this year: income, relief of an expense, a guarantee, a top-up. Its
// benefit is that money (of a top-up what was paid, whichever interventions ask for it); where it
// gave no money anywhere in the area, one a person served.
//
// The poorest 40 % of a county's people are found by income class, 1.6 % wide: the class on the
// border counts in part. A city's are those of its counties. Without income classes the index is 0.
#pragma once

#include "engine/simulation/world.h"

namespace zhaimao {

// Once incomes and top-ups are known. Into the county's services and poor_before.
void count_targeting(CountyWorld& county, double line);

}  // namespace zhaimao
