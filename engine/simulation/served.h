// Whom an intervention serves in a county this year: the list that its effects are applied to.
#pragma once

#include "engine/simulation/world.h"

namespace zhaimao {

// Of an entitlement whoever is eligible now; else those enrolled whose benefit
// began, as far as money reaches. An entitlement's count of the year goes to its ServiceYear.
void find_served(World& world, std::size_t county, std::size_t intervention, int year,
                 std::vector<Served>& served);

// Of those that find_served finds: whose benefit began so many years ago.
void find_served_since(World& world, std::size_t county, std::size_t intervention, int year,
                       int age, std::vector<Served>& served);

// Those enrolled, whether or not money reaches them.
void find_enrolled(World& world, std::size_t county, std::size_t intervention, int year,
                   std::vector<Served>& served);

// How often one household may be paid in a year: by each effect that pays, and again where it is
// enrolled anew every year.
[[nodiscard]] int payments_at_most(const Scenario& scenario, int year);

}  // namespace zhaimao
