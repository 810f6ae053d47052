#include "engine/report/from_project.h"

#include <algorithm>

namespace zhaimao {

namespace {

std::optional<IncidenceRule> incidence_of(const DelistingRules* rules) {
    if (rules == nullptr) return std::nullopt;
    for (const DelistingRule& rule : rules->rules)
        if (const auto* incidence = std::get_if<IncidenceRule>(&rule)) return *incidence;
    return std::nullopt;
}

// The last set of a designation is that of regions without one of their own.
bool has_rules_by_region(const Delisting& delisting) {
    return std::any_of(delisting.by_designation.begin(), delisting.by_designation.end(),
                       [](const Delisting::ByRegion& sets) {
                           return std::any_of(sets.begin(), sets.end() - 1,
                                              [](const auto& set) { return set.has_value(); });
                       });
}

IncidenceLimits limits_of(const Scenario& s) {
    IncidenceLimits limits;
    for (std::size_t d = 0; d < limits.size(); ++d)
        for (const auto& set : s.delisting.by_designation[d])
            if (set) limits[d] = incidence_of(&*set);
    if (!has_rules_by_region(s.delisting)) return limits;
    for (const County& county : s.counties)
        limits.by_county.push_back(incidence_of(s.delisting.rules_of(county)));
    return limits;
}

RuleLimit limit_of(const DelistingRule& rule) {
    using Side = RuleLimit::Side;
    return std::visit(
        [](const auto& r) -> RuleLimit {
            const std::string id(r.name);
            if constexpr (std::is_same_v<std::decay_t<decltype(r)>, ApprovalRule>)
                return {id, Side::at_least, r.at_least};
            else
                return {id, r.side == ShareRule::Side::under ? Side::under : Side::at_most,
                        r.threshold};
        },
        rule);
}

// Designation and region, the latter of counties whose region has rules of its own.
using SetKey = std::pair<Designation, std::size_t>;
SetKey key_of(const Delisting& delisting, const County& county) {
    const auto& sets = delisting.by_designation[static_cast<std::size_t>(county.designation)];
    return {county.designation, sets[county.region] ? county.region : region_count};
}

CountyRules rules_of(const Scenario& s) {
    std::map<SetKey, std::size_t> places;
    for (const County& county : s.counties)
        if (s.delisting.rules_of(county) != nullptr) places[key_of(s.delisting, county)] = 0;
    CountyRules rules;
    for (auto& [key, place] : places) {
        place = rules.sets.size();
        rules.sets.push_back({key.first, key.second, {}});
    }
    for (const County& county : s.counties) {
        const DelistingRules* held_to = s.delisting.rules_of(county);
        rules.set_of.emplace_back();
        if (held_to == nullptr) continue;
        rules.set_of.back() = places.at(key_of(s.delisting, county));
        RuleSet& set = rules.sets[*rules.set_of.back()];
        if (!set.rules.empty()) continue;
        for (const DelistingRule& rule : held_to->rules) set.rules.push_back(limit_of(rule));
    }
    return rules;
}

std::vector<YearlyTask> exit_task_of(const Scenario& scenario) {
    std::vector<YearlyTask> tasks;
    for (std::size_t y = 0; y < scenario.yearly_exits.size(); ++y) {
        tasks.push_back({scenario.start + 1 + static_cast<int>(y), scenario.yearly_exits[y]});
    }
    return tasks;
}

// As written: `raise: {income: wages}` is about wages.
std::map<std::string, std::string> effects_about(const Node& tree, const std::string& id) {
    std::map<std::string, std::string> about;
    const Node& effects = *tree.find("interventions")->find(id)->find("effects");
    for (const Entry& effect : effects.entries)
        for (const Entry& kind : effect.node.entries)
            for (const char* key : {"income", "guarantee", "event", "expense"})
                if (const Node* moved = kind.node.find(key)) about.emplace(effect.key, moved->text);
    return about;
}

template <class Kind>
bool has_effect(const Intervention& intervention) {
    return std::any_of(
        intervention.effects.begin(), intervention.effects.end(),
        [](const NamedEffect& named) { return std::holds_alternative<Kind>(named.effect); });
}

ReportIntervention report_intervention(const Intervention& intervention, const Node& tree) {
    return {
        intervention.id,
        intervention.label,
        std::string(batch_ids[static_cast<std::size_t>(intervention.batch)]),
        effects_about(tree, intervention.id),
        intervention.is_entitlement(),
        intervention.protects_everybody(),
        intervention.cost_once || intervention.cost_yearly || has_effect<Transfer>(intervention),
        has_effect<TopUp>(intervention)};
}

}  // namespace

ReportContext report_context(const Project& project, const RunResult& result) {
    ReportContext context = report_context(project);
    context.replicates = static_cast<std::int64_t>(result.ensemble.replicates());
    context.households = result.households * context.one_in;
    context.marginals = result.marginals;
    return context;
}

ReportContext report_context(const Project& project) {
    const Scenario& scenario = project.central;
    ReportContext context;
    context.scenario = project.id;
    context.title = project.title;
    context.city = scenario.city;
    context.counties = scenario.counties;
    context.provinces = scenario.provinces;
    for (const Intervention& intervention : scenario.interventions)
        context.interventions.push_back(report_intervention(intervention, project.tree));
    context.cause_ids.assign(cause_ids.begin(), cause_ids.end());
    context.rule_ids = scenario.delisting.rule_ids();
    context.line = scenario.line_variant;
    context.limits = limits_of(scenario);
    context.rules = rules_of(scenario);
    context.recording = scenario.recording;
    for (const Fund& fund : scenario.funds) context.funds.push_back({fund.id, fund.label});
    context.first_year = scenario.start;
    context.last_year = scenario.horizon;
    context.replicates = project.replicates;
    context.seed = project.seed;
    context.one_in = scenario.population.one_in;
    context.exit_task = exit_task_of(scenario);
    context.ledger = project.ledger;
    return context;
}

}  // namespace zhaimao
