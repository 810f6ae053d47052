// What the cases of a county add up to, in one loop over their columns. Model, section 3 E.
//
// Sums go through eight lanes of doubles and a fixed tree, whatever the width of the registers.
// Compiled once per instruction set with the same bits; raw pointers only.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/core/isa.h"

namespace zhaimao {

// People-weighted, yuan; names as in IncomeTally.
struct CaseSums {
    double income = 0.0, registered_income = 0.0;
    double source[4] = {};
    double poverty[3] = {};
    double people = 0.0, registered_people = 0.0;
    double not_finite = 0.0;  // households
};

struct TallyPass {
    std::size_t cases = 0;
    float line = 0.0F;
    const std::uint32_t* state = nullptr;  // household.h
    // Yuan per head, as in CaseYear.
    const float *people = nullptr, *earned = nullptr, *support = nullptr, *top_up = nullptr;
    const float *base[4] = {}, *gain[4] = {};

    float* income = nullptr;  // out, by case: true income with the top-up
    CaseSums sums;            // out
};

using TallyKernel = void (*)(TallyPass&);

// The kernel compiled for an instruction set; the caller answers for the machine having it.
[[nodiscard]] TallyKernel tally_kernel(Isa isa);

}  // namespace zhaimao
