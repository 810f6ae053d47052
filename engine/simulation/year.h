// A year in five calls, in the order of the model's text (section 3).
#pragma once

#include "engine/simulation/world.h"

namespace zhaimao {

// A. The look-back, then each intervention in declared order serves whom it can, on last year's
// observed state.
void enrol(World& world, int year);
// B. Growth, own luck, events and income of everybody.
void live(World& world, int year);
// C. Observed and assessable income of the cases, top-ups, exits.
void assess(World& world, int year);
// D. Counties' targets and delisting.
void delist(World& world, int year);
// E. What the year leaves in the record.
void record(World& world, int year);

void simulate_year(World& world, int year);

// What 2015 delivered: enrolments of the start year, and the record of the start state.
void begin(World& world);

}  // namespace zhaimao
