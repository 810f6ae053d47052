// Delisting rules in words, and whose they are.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/report/labels.h"
#include "engine/report/rule_set.h"

namespace zhaimao {

// "wrong exits"; as the head of a column: "Wrong exits".
[[nodiscard]] std::string rule_name(std::string_view rule, Language language);
[[nodiscard]] std::string rule_head(std::string_view rule, Language language);
// "strictly under 2 %"
[[nodiscard]] std::string limit_text(const RuleLimit& limit, Language language);

// Sets of which the same is said. `whose`: designations, or regions where these alone decide;
// nothing where there is one group.
struct RuleGroup {
    std::string whose;
    const RuleSet* set = nullptr;  // the first
    std::string text;
};
// Sets of which nothing is said are left out.
using SaidOfSet = std::function<std::string(const RuleSet&)>;
[[nodiscard]] std::vector<RuleGroup> rule_groups(const CountyRules& rules, const SaidOfSet& said,
                                                 Language language);

// "Limit"; "Limit, provincial"
[[nodiscard]] std::string limit_head(const RuleGroup& group, Language language);

// "provincial strictly under 3 %; national at most 2 %": of incidence; with every other rule by its
// name where there are some. Empty where no county can be delisted.
[[nodiscard]] std::string rules_text(const CountyRules& rules, Language language);

}  // namespace zhaimao
