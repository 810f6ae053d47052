// Targets under uncertainty: how probably each county meets its year, when it does, and by how much
// it misses.
//
// A county is on time in a replicate when the first year in which its target is met is at most its
// deadline. Never by the horizon counts as horizon + 1, so the mean delay max(0, year - deadline)
// is restricted to the horizon (Royston and Parmar 2013). Model, section 6.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/ensemble/summary.h"
#include "engine/exit/rules/incidence.h"
#include "engine/population/area.h"

namespace zhaimao {

inline constexpr std::array<std::string_view, 3> target_ids{"cohort", "stock", "delisting"};
[[nodiscard]] constexpr std::string_view id_of(TargetKind kind) {
    return target_ids[static_cast<std::size_t>(kind)];
}

// The delisting rule on incidence by designation: none, provincial, national.
struct IncidenceLimits : std::array<std::optional<IncidenceRule>, 3> {
    std::vector<std::optional<IncidenceRule>>
        by_county;  // where rules differ by region, else empty

    [[nodiscard]] const std::optional<IncidenceRule>& of(std::size_t index,
                                                         const County& county) const {
        return by_county.empty() ? at(static_cast<std::size_t>(county.designation))
                                 : by_county[index];
    }
};

// The largest number of poor people with which the rule holds; -1 where not even zero does.
[[nodiscard]] std::int64_t most_poor(const IncidenceRule& rule, std::int64_t rural);

struct TargetOutcome {
    double p_on_time = 0.0;
    Interval confidence;
    int year_q05 =
        0;  // a year that occurred (inverse of the distribution function), never in between
    int year_q50 = 0;
    int year_q95 = 0;
    Summary delay;          // years, over all replicates
    std::int64_t late = 0;  // replicates
    // People too many at the deadline, over the late replicates in which some are (n of them).
    // cohort: people of the start's register not yet out; stock: people on the register; delisting:
    // poor people above the most that the limit admits. A county may be late for another rule
    // alone.
    Summary shortfall;
};

// The deadline lies within the years of the ensemble, or ContractViolation.
[[nodiscard]] TargetOutcome target_outcome(const Ensemble& ensemble, std::size_t index,
                                           const County& county, const IncidenceLimits& limits);

// The first year in which the county met the target, by replicate; horizon + 1 where it never did.
[[nodiscard]] std::vector<int> years_met(const Ensemble& ensemble, std::size_t index,
                                         TargetKind kind);

// A target by year: met first in it, met by its end.
struct MetYear {
    int year = 0;
    double p_in = 0.0;
    double p_by = 0.0;
    Interval confidence;  // of p_by
};
[[nodiscard]] std::vector<MetYear> met_years(const Ensemble& ensemble, std::size_t index,
                                             TargetKind kind);

// All counties of a set in time, in the same replicate.
struct JointTarget {
    std::string_view
        area_set;  // "all", "delisting" (counties with that target), "all_exit" (the others)
    std::size_t counties = 0;
    double p_all = 0.0;
    Interval confidence;
};
[[nodiscard]] std::vector<JointTarget> joint_targets(const Ensemble& ensemble,
                                                     const std::vector<County>& counties);

}  // namespace zhaimao
