// The look-back: poor households outside the register are found, some of them, and enter it. Model,
// section 3 A.
//
// A household outside the register whose observed income (mean of one or two years) is under the
// re-entry share of the line is found with a probability: higher for those once registered. It
// enters with a cause and can be served this year. The cause is that of an event it is in, else its
// main cause.
#pragma once

#include <array>

#include "engine/core/random/draws.h"
#include "engine/dynamics/county_state.h"
#include "engine/dynamics/parameters.h"
#include "engine/exit/parameters.h"
#include "engine/exit/spells.h"

namespace zhaimao {

struct LookBackContext {
    const LookBack& rule;
    const Dynamics& dynamics;
    const Draws& draws;
    std::uint32_t area = 0;
    int year = 0;
    float threshold = 0.0F;  // observed income, yuan per head, at 31 December of the year before
};

struct EntryCount {
    std::array<std::int64_t, cause_count> newly_poor{};  // people
    std::array<std::int64_t, cause_count> relapsed{};
    SpellCount relapsed_after{};  // years since the exit
};

// Nobody who is screened is a case.
EntryCount look_back(CountyState& state, const CountyPopulation& population,
                     const LookBackContext& context);

}  // namespace zhaimao
