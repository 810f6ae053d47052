// What the cases of a county add up to, in one loop over their columns. Model, section 3 E.
//
// Sums go through eight lanes of doubles and a fixed tree, whatever the width of the registers.
// Compiled once per instruction set with the same bits; raw pointers only.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/core/isa.h"

namespace zhaimao {

// People-weighted, yuan; names as in IncomeTally. What only counts people is counted by where they
// stand (tally.cpp).
struct CaseSums {
    double income = 0.0, registered_income = 0.0;
    double source[4] = {};
    double gap = 0.0, squared_gap = 0.0;  // poverty, alpha 1 and 2
    double top_up_fen = 0.0;              // each household's in whole fen
    // Support of each household in whole fen, and what of it the floats cannot tell: invariants.h.
    double received_fen = 0.0, unsure_fen = 0.0;
};

struct TallyPass {
    std::size_t cases = 0;
    float line = 0.0F;
    double support_error = 0.0;            // of support for a household, relative
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
