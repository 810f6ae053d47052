// The dense part of a start year: every household's incomes once the county's level is known, and
// the counts of the year. synthesis.cpp and attributes.h have the model.
//
// Compiled once per instruction set with the same bits; raw pointers only.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/core/isa.h"
#include "engine/population/household.h"

namespace zhaimao {

// A draft's columns become yuan: `level` is the exponential of the log-mean.
struct IncomeKernel {
    float level = 0.0F;
    float lowest[source_count] = {}, slope[source_count] = {};  // shares, linear in the rank
    const float *rank = nullptr, *deviation = nullptr;
    float* income[source_count] = {};
    float *observed = nullptr, *observed_before = nullptr;  // multiplied by the level
};

struct TallyKernel {
    float line = 0.0F;
    const float* income[source_count] = {};
    const float *observed = nullptr, *measurement = nullptr;
    const std::uint32_t *traits = nullptr, *state = nullptr;
    std::uint32_t* classes = nullptr;  // of IncomeTally, added to
};

// IncomeTally's sums, each in order of rows.
struct StartSums {
    double people = 0.0, income = 0.0, source[source_count] = {};
    double registered_people = 0.0, registered_income = 0.0;
    double poverty[3] = {};
    double not_finite = 0.0;
    float least_source = 0.0F;  // the least income from one source; or under 0, if any is
};

struct StartKernels {
    // Of households 0 .. households - 1.
    void (*incomes)(const IncomeKernel& kernel, std::size_t households);
    void (*tally)(const TallyKernel& kernel, std::size_t households, StartSums& sums);
};

[[nodiscard]] StartKernels start_kernels(Isa isa);

}  // namespace zhaimao
