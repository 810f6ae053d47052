// A year in five calls, in the order of the model's text (section 3).
#pragma once

#include "engine/simulation/county_steps.h"
#include "engine/simulation/tally.h"

namespace zhaimao {

// A. The look-back, then each intervention in declared order serves whom it can, on last year's
// observed state.
void enrol(World& world, int year, CountySteps& steps);
// The city's exit plan of the year, divided by remaining poor people over years left to the
// deadline, once counties meet.
void plan_exits(World& world, int year, CountySteps& steps);
// B. Growth, own luck, events and income of everybody in a county.
void live(World& world, std::size_t county, int year, Scratch& scratch);
// C. Observed and assessable income of its cases, top-ups, exits.
void assess(World& world, std::size_t county, int year);
// D. Its targets and delisting.
void delist(World& world, std::size_t county, int year);
// E. What the year leaves in the record of a county, and of the city: the sum of its counties.
Tally record(World& world, std::size_t county, int year);
Tally record_city(World& world, const std::vector<Tally>& counties, int year);

// Asks for a year's steps; counties that wait for nothing live it when they meet next.
void simulate_year(World& world, int year, CountySteps& steps);
// The same, lived at once.
void simulate_year(World& world, int year);

// What was delivered up to the start: enrolments of the start year.
void enrol_before(World& world, CountySteps& steps);
// Enrolments of the start year, and the record of the start state.
void begin(World& world, CountySteps& steps);

}  // namespace zhaimao
