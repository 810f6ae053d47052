// A sample by weight: one simulated household stands for `one_in` real ones.
//
// The sampled scenario is a country `one_in` times smaller in everything that is counted: people,
// the register, villages, capacities, money, plans of exits. What a household or a village has,
// pays or gets is left as it is, and a simulated village has as many households as a real one. The
// record of its years is then multiplied by `one_in`. So every law of the accounts holds exactly
// among the simulated, and in the record up to multiplication.
//
//   counts of counties  whole parts of n / one_in, then the largest remainders, up to the whole
//                       number nearest to (sum of n) / one_in: the sum over counties is kept
//   capacities, money   whole part of n / one_in: none is ever exceeded
//
// With one_in = 1 nothing changes, to the bit. What is rounded costs a county up to one_in people;
// of villages a county keeps at least one. The noise of a county's shares grows by sqrt(one_in).
#pragma once

#include <span>
#include <vector>

#include "engine/simulation/record.h"
#include "engine/simulation/scenario.h"

namespace zhaimao {

// Whole numbers of the sample that add up to `total`, which lies between the sums of both
// roundings.
[[nodiscard]] std::vector<std::int64_t> sampled(std::span<const std::int64_t> counts,
                                                std::int64_t one_in, std::int64_t total);
// The same for the total nearest to that of the counts.
[[nodiscard]] std::vector<std::int64_t> sampled(std::span<const std::int64_t> counts,
                                                std::int64_t one_in);

// From a scenario in real people to that which is simulated. Not to be applied twice.
[[nodiscard]] Scenario in_sample(Scenario scenario);

// Multiplies what counts people, households, villages or money; shares, means and indices stay.
void weigh(Record& record, const RecordLayout& layout, std::int64_t one_in);

}  // namespace zhaimao
