// The dense part of the marginals: what was reached, and what the rates ask for.
// report_marginals.h has the table.
//
// Compiled once per instruction set with the same bits; raw pointers only.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/core/isa.h"
#include "engine/population/household.h"

namespace zhaimao {

// No worker, students by stage, unmet guarantees: the shares that have rates.
inline constexpr std::size_t rated_count = 1 + stage_count + guarantee_count;

struct MarginalKernel {
    const std::uint32_t *traits = nullptr, *state = nullptr;
    double rate[2][rated_count] = {};  // of the others, of the poor
};

struct MarginalCounts {
    std::int64_t people = 0, registered = 0, registered_households = 0, in_villages = 0;
    std::int64_t reached[rated_count] = {};  // households
    double wanted[rated_count] = {};         // rates, added up in order of rows
};

// Of households 0 .. households - 1.
using CountMarginals = MarginalCounts (*)(const MarginalKernel& kernel, std::size_t households);

[[nodiscard]] CountMarginals marginal_kernel(Isa isa);

}  // namespace zhaimao
