#include "engine/report/failing_rule.h"

#include <algorithm>
#include <utility>

#include "engine/exit/rules/incidence.h"

namespace zhaimao {
namespace {

double incidence_of(const CountyDigest& county) {
    for (const RuleFailure& failure : county.failures)
        if (failure.rule == IncidenceRule::name) return failure.p_fail;
    return 0.0;
}

// The first of those that fail most often: incidence where it is among them.
const RuleFailure& top(const CountyDigest& county) {
    return *std::max_element(
        county.failures.begin(), county.failures.end(),
        [](const RuleFailure& a, const RuleFailure& b) { return a.p_fail < b.p_fail; });
}

void count(std::vector<FailingRule>& rules, std::size_t place, const CountyDigest& county) {
    const RuleFailure& failure = top(county);
    if (failure.p_fail <= incidence_of(county)) return;
    auto found = std::find_if(rules.begin(), rules.end(),
                              [&](const FailingRule& rule) { return rule.rule == failure.rule; });
    if (found == rules.end()) found = rules.insert(rules.end(), FailingRule{failure.rule});
    ++found->counties;
    const double incidence = incidence_of(county);
    if (std::pair(-failure.p_fail, incidence) >= std::pair(-found->p_fail, found->incidence))
        return;
    found->worst = place;
    found->p_fail = failure.p_fail;
    found->incidence = incidence;
}

}  // namespace

std::optional<FailingRule> failing_rule(const RunDigest& digest) {
    std::vector<FailingRule> rules;
    std::size_t at_risk = 0;
    for (std::size_t place = 0; place < digest.counties.size(); ++place) {
        const CountyDigest& county = digest.counties[place];
        if (county.is_probable() || county.failures.empty()) continue;
        ++at_risk;
        count(rules, place, county);
    }
    if (rules.empty()) return std::nullopt;
    FailingRule most = *std::max_element(
        rules.begin(), rules.end(),
        [](const FailingRule& a, const FailingRule& b) { return a.counties < b.counties; });
    most.at_risk = at_risk;
    return most;
}

}  // namespace zhaimao
