#include "engine/simulation/year.h"

#include "engine/simulation/check_year.h"

namespace zhaimao {

void simulate_year(World& world, int year) {
    enrol(world, year);
    live(world, year);
    assess(world, year);
    delist(world, year);
    record(world, year);
    check_year(world, year);
}

}  // namespace zhaimao
