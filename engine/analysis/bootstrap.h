// Percentile intervals by the bootstrap: the estimate on rows drawn anew, with replacement, again
// and again (Efron 1979), from keyed draws.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "engine/ensemble/summary.h"

namespace zhaimao {

inline constexpr std::size_t fewest_rows = 8;

struct Bootstrap {
    std::size_t resamples = 1000;
    std::uint64_t seed = 0;
};

// An estimate with its interval at confidence_level; not a number where it is undefined.
struct Estimate {
    double value = Summary::undefined;
    Interval confidence{Summary::undefined, Summary::undefined};
};

// Several numbers from the rows named, which may repeat.
using Estimator = std::function<std::vector<double>(std::span<const std::size_t> rows)>;

// The estimator on 0 .. rows - 1, and on each resample. Resamples where a number is undefined count
// for the others only. No interval with fewer than `fewest_rows`, which say nothing of what other
// rows would be.
[[nodiscard]] std::vector<Estimate> bootstrap(std::size_t rows, const Estimator& estimator,
                                              const Bootstrap& options);

}  // namespace zhaimao
