#include "engine/report/rule_set.h"

#include <algorithm>

#include "engine/exit/rules/incidence.h"

namespace zhaimao {

const RuleLimit* RuleSet::find(std::string_view rule) const {
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [&](const RuleLimit& limit) { return limit.rule == rule; });
    return found == rules.end() ? nullptr : &*found;
}

const RuleSet* CountyRules::of(std::size_t county) const {
    return county < set_of.size() && set_of[county] ? &sets[*set_of[county]] : nullptr;
}

bool CountyRules::has(std::string_view rule) const {
    return std::any_of(sets.begin(), sets.end(),
                       [&](const RuleSet& set) { return set.find(rule) != nullptr; });
}

bool CountyRules::beside_incidence() const {
    return std::any_of(sets.begin(), sets.end(), [](const RuleSet& set) {
        return std::any_of(set.rules.begin(), set.rules.end(), [](const RuleLimit& limit) {
            return limit.rule != IncidenceRule::name;
        });
    });
}

}  // namespace zhaimao
