// Exit rule `incidence`: registered poor people over registered rural people. A count: it has no
// sampling error. Model, section 3 D.
#pragma once

#include "engine/exit/facts.h"
#include "engine/exit/rules/share_rule.h"

namespace zhaimao {

struct IncidenceRule : ShareRule {
    static constexpr std::string_view name = "incidence";

    static IncidenceRule read(Block& block) { return {read_share_rule(block)}; }
    using ShareRule::holds;
    [[nodiscard]] bool holds(const CountyFacts& facts) const {
        return holds(facts.poor_people, facts.rural_people);
    }
};

}  // namespace zhaimao
