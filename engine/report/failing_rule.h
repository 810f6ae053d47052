// Which delisting rule keeps counties at risk from being delisted, where it is another than
// incidence.
#pragma once

#include <optional>
#include <string>

#include "engine/report/digest.h"

namespace zhaimao {

struct FailingRule {
    std::string rule;
    std::size_t counties = 0;  // at risk in which it fails most often, more often than incidence
    std::size_t at_risk = 0;   // counties to be delisted that are
    // Index in RunDigest::counties: where it fails in the most futures, and incidence in the
    // fewest.
    std::size_t worst = 0;
    double p_fail = 0.0;     // there
    double incidence = 0.0;  // fails there
};

// The rule of the most counties; nothing where incidence fails as often in all of them.
[[nodiscard]] std::optional<FailingRule> failing_rule(const RunDigest& digest);

}  // namespace zhaimao
