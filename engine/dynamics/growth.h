// Growth of income sources with the common shocks of nation, city and county. Model, section 3 B 1.
//
//   factor of a year = (1 + rate + gap) exp(shock - variance / 2),  shock = nation + city + county,
//   normal
#pragma once

#include <array>

#include "engine/core/random/draws.h"
#include "engine/dynamics/parameters.h"

namespace zhaimao {

// Whose common shocks a county shares; the nation's has no area code.
struct ShockAreas {
    std::uint32_t city = 0;
    std::uint32_t county = 0;
};

[[nodiscard]] std::array<double, source_count> growth_factors(const Growth& growth, double gap,
                                                              const Draws& draws,
                                                              const ShockAreas& areas, int year,
                                                              int first_year);

// Villages hit this year: for each village 1 + the index of the event, 0 for none; empty where no
// village is hit.
[[nodiscard]] std::vector<std::uint8_t> hit_villages(const std::vector<Event>& events,
                                                     std::size_t villages, const Draws& draws,
                                                     std::uint32_t area, int year);

}  // namespace zhaimao
