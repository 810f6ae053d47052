// One history, many futures: several scenarios in one replicate, over the same draws. Those that
// differ only from a year on live the years before once, with the bits that each would have alone.
//
// The world of one is lived; where others part from it, it is copied for them, and they live to the
// horizon before it goes on. So a thread holds no more worlds at a time than scenarios that part
// from one another one after the other.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/core/isa.h"
#include "engine/core/random/draws.h"
#include "engine/population/columns.h"
#include "engine/simulation/record.h"
#include "engine/simulation/world.h"

namespace zhaimao {

struct Beginning {
    Scenario scenario;  // as it is simulated
    std::shared_ptr<const Population> population;
    std::shared_ptr<const Started> started{};  // WorldUse
};

struct Histories {
    std::vector<Record> records;  // in real people, by beginning
    int years_lived = 0;          // the start year of each world included
};

// `use` says with which threads and memory; `started` is each beginning's own, and `last_use` is
// for an only one.
[[nodiscard]] Histories live_together(std::span<const Beginning> beginnings, const Draws& draws,
                                      Isa isa, const WorldUse& use = {});

}  // namespace zhaimao
