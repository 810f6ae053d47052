// The cases' year in columns: what they earn before effects, and what officials see once all
// effects are in. Model, section 3 B and C.
//
// Compiled once per instruction set with the same bits; raw pointers only.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/core/isa.h"

namespace zhaimao {

// One element a case, but for the tables. Money in yuan per head and year, as in CaseYear.
struct CasePass {
    std::size_t cases = 0;
    // Of the cases, as they stand.
    const std::uint32_t *traits_at_start = nullptr, *state = nullptr;
    const float *measurement = nullptr, *multiplier = nullptr;
    const float* income[4] = {};  // of the start year, by source; null: nobody has any
    float growth[4] = {1, 1, 1, 1};
    // By the event's bits, shares that are kept of operating income and wages, and an expense of
    // the household; by the students', another.
    const float *kept[2] = {}, *illness_of = nullptr, *schooling_of = nullptr;

    // Before effects.
    std::uint32_t* traits = nullptr;
    float *people = nullptr, *error = nullptr, *illness = nullptr, *schooling = nullptr;
    float *base[4] = {}, *lost[2] = {};

    // What effects gave, and what is seen then.
    const float *gain[4] = {}, *support = nullptr;
    float *true_income = nullptr, *observed = nullptr, *assessable = nullptr;
};

struct CaseKernels {
    void (*earn)(const CasePass&);
    void (*see)(const CasePass&);
};

// Compiled for an instruction set; the caller answers for the machine having it.
[[nodiscard]] CaseKernels case_kernels(Isa isa);

}  // namespace zhaimao
