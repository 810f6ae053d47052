// Exit rule `wrong_exit` (错退率): of the people whose households have exited, the share whose true
// state fails, as the assessment found it. Model, section 3 D.
#pragma once

#include "engine/exit/facts.h"
#include "engine/exit/rules/share_rule.h"

namespace zhaimao {

struct WrongExitRule : ShareRule {
    static constexpr std::string_view name = "wrong_exit";

    static WrongExitRule read(Block& block) { return {read_share_rule(block)}; }
    using ShareRule::holds;
    [[nodiscard]] bool holds(const CountyFacts& facts) const {
        return holds(facts.found.wrong, facts.found.exited);
    }
};

}  // namespace zhaimao
