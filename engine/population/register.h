// The register at the start: who is on it, and the income level that this implies. Model,
// section 2.
//
// A household's score is the mean log of its observed income over the basis years, less gap_bonus
// per unmet guarantee; with the county's log-mean mu it is mu + draft.score - bonus. A household is
// under the line up to a critical mu of its own (its guarantees depend on whether it is poor, so on
// mu). Taking households from the highest critical mu on until the official number of people is
// reached gives the register and mu at once.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/isa.h"
#include "engine/population/draft.h"

namespace zhaimao {

struct RegisterStart {
    double log_mean = 0.0;            // mu: of log permanent income per head
    std::vector<std::uint32_t> rows;  // households on the register, ascending
    std::int64_t people = 0;
    std::vector<std::uint32_t> exited;  // once on it: those next in order, ascending
};

[[nodiscard]] RegisterStart open_register(const PopulationInputs& inputs, std::size_t county,
                                          const County& area, const Draft& draft,
                                          Isa isa = best_isa());

// The same where the log-mean is known: the rule says only who is on the register.
[[nodiscard]] RegisterStart open_register_at(double log_mean, const PopulationInputs& inputs,
                                             const County& area, const Draft& draft,
                                             Isa isa = best_isa());

}  // namespace zhaimao
