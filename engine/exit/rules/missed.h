// Exit rule `missed` (漏评率): of the people never on the register, the share whose true state is
// poor, as the assessment found it. Model, section 3 D.
#pragma once

#include "engine/exit/facts.h"
#include "engine/exit/rules/share_rule.h"

namespace zhaimao {

struct MissedRule : ShareRule {
    static constexpr std::string_view name = "missed";

    static MissedRule read(Block& block) { return {read_share_rule(block)}; }
    using ShareRule::holds;
    [[nodiscard]] bool holds(const CountyFacts& facts) const {
        return holds(facts.found.missed, facts.found.unregistered);
    }
};

}  // namespace zhaimao
