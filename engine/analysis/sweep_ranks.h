// A study on the processes of one job: rank 0 has the store, hands out points as they are asked
// for, and computes, too.
#pragma once

#include "engine/analysis/sweep.h"
#include "engine/core/ranks.h"

namespace zhaimao {

// Rank 0's part: as sweep(), with the help of all others.
[[nodiscard]] bool sweep_as_first(Ranks& ranks, const Study& study, StudyStore& store,
                                  const SweepOptions& options);

// The others': computes what rank 0 hands out, until it has no more.
void sweep_as_other(Ranks& ranks, const Study& study, const SweepOptions& options);

// Results as bytes, and back, to the bit.
[[nodiscard]] std::string bytes_of(const std::vector<PointResult>& results);
[[nodiscard]] std::vector<PointResult> results_from(const std::string& bytes);

}  // namespace zhaimao
