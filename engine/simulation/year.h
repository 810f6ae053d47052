// A year in five calls, in the order of the model's text (section 3).
#pragma once

#include "engine/simulation/tally.h"

namespace zhaimao {

// A. The look-back, then each intervention in declared order serves whom it can, on last year's
// observed state.
void enrol(World& world, int year);
// The city's exit plan of the year, divided by remaining poor people over years left to the
// deadline.
void plan_exits(World& world, int year);
// B. Growth, own luck, events and income of everybody in a county.
void live(World& world, std::size_t county, int year, Scratch& scratch);
// C. Observed and assessable income of its cases, top-ups, exits.
void assess(World& world, std::size_t county, int year);
// D. Its targets and delisting.
void delist(World& world, std::size_t county, int year);
// E. What the year leaves in the record of a county, and of the city: the sum of its counties.
Tally record(World& world, std::size_t county, int year);
void record_city(World& world, const std::vector<Tally>& counties, int year);

void simulate_year(World& world, int year);

// What was delivered up to the start: enrolments of the start year.
void enrol_before(World& world);
// Enrolments of the start year, and the record of the start state.
void begin(World& world);

}  // namespace zhaimao
