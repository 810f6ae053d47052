// A county at its start, for tests that make its households by hand.
#pragma once

#include "engine/dynamics/county_start.h"

inline void start_county(zhaimao::CountyState& state, const zhaimao::CountyPopulation& population,
                         int year, float screen, bool two_years) {
    zhaimao::start_county(state, population,
                          zhaimao::start_of(population, {year, screen, two_years}));
}
