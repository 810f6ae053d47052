// Two finished runs of the same places and years: how much an indicator differs, with an interval.
//
// Where both have the same seed and as many futures, and their folders hold each replicate, futures
// are held against each other one by one (analysis/paired.h). Else
//
//   mean_2 - mean_1 -+ t(v, 97.5 %) sqrt(e_1^2 + e_2^2),   v = (e_1^2 + e_2^2)^2 / sum e_i^4 / (n_i
//   - 1)
//
// with Monte Carlo standard errors e (Welch 1947), which is wider where futures are common.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/report/report_table.h"
#include "engine/report/result_lookup.h"
#include "engine/report/run_results.h"

namespace zhaimao {

// What each future gave, in order: by indicator, area and year.
using ReplicateValues =
    std::map<std::string, std::map<std::int64_t, std::map<int, std::vector<double>>>>;

struct ComparedRun {
    RunResults results;
    std::optional<ReplicateValues> replicates{};  // none: its folder does not hold them
};

enum class Pairing : std::uint8_t { paired, other_seed, other_count, no_replicates };
[[nodiscard]] Pairing pairing_of(const ComparedRun& first, const ComparedRun& second);

// InputError: not the product of `run`, other places, years or version of the program.
void refuse_unless_comparable(const RunResults& first, const RunResults& second);

// Of the sum of the indicators; range: the interval of the mean difference, at confidence_level. No
// value where one of the runs has none.
[[nodiscard]] Figure run_difference(const ComparedRun& first, const ComparedRun& second,
                                    const std::vector<std::string>& indicators, std::int64_t area,
                                    int year);

// A county's target met by its deadline (1 or 0) in each future: an indicator of ReplicateValues,
// in the deadline's year.
inline constexpr const char* on_time_id = "on_time";
// Whether the folders are paired and say of each future whether it met the target.
[[nodiscard]] bool chances_are_paired(const ComparedRun& first, const ComparedRun& second);
// How much the probability of a county's target differs: paired where futures are, else of shares.
[[nodiscard]] Figure chance_difference(const ComparedRun& first, const TargetChance& before,
                                       const ComparedRun& second, const TargetChance& after);
// Of two shares of futures with Wilson intervals: Newcombe (1998), method 10. Unpaired.
[[nodiscard]] Figure share_difference(const Figure& first, const Figure& second);

}  // namespace zhaimao
