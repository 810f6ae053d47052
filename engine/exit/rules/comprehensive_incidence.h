// Exit rule `comprehensive_incidence` (综合贫困发生率): people on the register, wrongly exited and
// missed, over registered rural people: what the county assessment measures. The two errors are
// what the assessment found. Model, section 3 D.
#pragma once

#include "engine/exit/facts.h"
#include "engine/exit/rules/share_rule.h"

namespace zhaimao {

struct ComprehensiveIncidenceRule : ShareRule {
    static constexpr std::string_view name = "comprehensive_incidence";

    static ComprehensiveIncidenceRule read(Block& block) { return {read_share_rule(block)}; }
    using ShareRule::holds;
    [[nodiscard]] bool holds(const CountyFacts& facts) const {
        return holds(facts.poor_people + facts.wrong_exit_people + facts.missed_people,
                     facts.rural_people);
    }
};

}  // namespace zhaimao
