// Of what the variance of an outcome is made: of inputs that nobody knows (parameters), of years
// that everybody shares (shocks), of each household's own luck, of what officials see
// (measurement).
//
// Each future is drawn twice, A and B, and lived in all 16 ways to take each of the four from A or
// from B. v(m) is the outcome, bit g of m says that g is B's, and u is a set of components:
//
//   c(u)    = mean over the pairs m, m ^ u of (v(m) - v(m ^ u))^2 / 2   what u moves, the rest held
//   Var     = E c(all)
//   total_g = E c(g) / Var,   first_g = 1 - E c(all but g) / Var        (Jansen 1999)
//   share_g = Shapley's of E c / Var: in between, and the four add up to one
//                                                (Owen 2014; Song, Nelson and Staum 2016)
//
// A component's total is above its first-order share where it acts through others. Intervals of the
// share: delete-one jackknife over futures, Student's t, cut to [0, 1]. Model, section 5.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/ensemble/run.h"
#include "engine/ensemble/summary.h"

namespace zhaimao {

inline constexpr std::array<std::string_view, chance_count> component_ids{
    "parameters", "shocks", "luck", "measurement"};  // by Chance
using Ways = std::array<double, 16>;                 // v by m

struct ComponentShare {
    double share = Summary::undefined;  // undefined where the outcome never varies
    Interval confidence;                // [0, 1] where it is not known: fewer than two futures
    double first_order = Summary::undefined;
    double total = Summary::undefined;
};
using ComponentShares = std::array<ComponentShare, component_ids.size()>;

[[nodiscard]] ComponentShares component_shares(std::span<const Ways> futures);
// Root of the variance that the shares divide.
[[nodiscard]] double deviation_of(std::span<const Ways> futures);

struct OutcomeBudget {
    std::string_view outcome;  // ensemble/outcomes.h
    std::size_t area = 0;
    Summary plain;    // over the futures as `run` draws them
    double sd = 0.0;  // over all ways
    ComponentShares shares;

    // The component whose interval lies above those of all others; none: not known, or no variance.
    [[nodiscard]] std::optional<Chance> largest() const;
};

struct VarianceBudget {
    std::int64_t futures = 0;
    std::vector<OutcomeBudget> outcomes;  // the city's first, the main one before all
};

// Empty where it was cancelled. Every future costs sixteen runs; its results do not depend on how
// many there are.
[[nodiscard]] std::optional<VarianceBudget> variance_budget(const Project& project,
                                                            const RunOptions& options);

}  // namespace zhaimao
