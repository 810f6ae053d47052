#include "engine/exit/delisting.h"

#include <algorithm>

namespace zhaimao {
namespace {

template <class Rule>
void read_rule(DelistingRules& r, Block& block, std::string_view meaning) {
    if (std::optional<Block> found = block.maybe_block(Rule::name, meaning))
        r.rules.emplace_back(Rule::read(*found));
}

}  // namespace

DelistingRules DelistingRules::read(Block block) {
    DelistingRules r;
    read_rule<IncidenceRule>(r, block, "poverty incidence");
    read_rule<ComprehensiveIncidenceRule>(r, block, "with the wrongly exited and the missed");
    read_rule<WrongExitRule>(r, block, "share of the exited who are poor in truth");
    read_rule<MissedRule>(r, block, "share of the unregistered who are poor in truth");
    read_rule<ApprovalRule>(r, block, "share of the people asked who approve");
    if (r.rules.empty())
        block.error(
            "", "no rule is given, so every county would be delisted. Add incidence: {under: 3 %}");
    r.consecutive_years = static_cast<int>(block.whole(
        {"consecutive_years", unit::number, between(1, 10), "in which all rules hold"}, 1));
    r.not_before = block.maybe_year("not_before", "first year that counts").value_or(0);
    r.approved_after = static_cast<int>(block.whole(
        {"approved_after", unit::years, between(0, 10), "from the year that counts to approval"},
        0));
    r.revoked_by_relapse = block.flag(
        "revoked_by_relapse", "whether a rule that fails later takes the delisting back", false);
    return r;
}

const ApprovalRule* DelistingRules::approval() const {
    for (const DelistingRule& rule : rules)
        if (const auto* approval = std::get_if<ApprovalRule>(&rule)) return approval;
    return nullptr;
}

bool DelistingRules::looks_at_truth() const {
    return std::any_of(rules.begin(), rules.end(), [](const DelistingRule& rule) {
        return std::holds_alternative<ComprehensiveIncidenceRule>(rule) ||
               std::holds_alternative<WrongExitRule>(rule) ||
               std::holds_alternative<MissedRule>(rule);
    });
}

Delisting Delisting::read_set(Block block) {
    Delisting d;
    constexpr std::array<std::string_view, 3> ids{"none", "provincial", "national"};
    for (std::size_t i = 1; i < ids.size(); ++i) {
        std::optional<Block> rules =
            block.maybe_block(ids[i], "rules for counties of this designation, or sets by region");
        if (!rules) continue;
        bool by_region = false;
        for (std::size_t region = 0; region < region_count; ++region)
            if (std::optional<Block> set =
                    rules->maybe_block(region_ids[region], "rules for counties of this region")) {
                d.by_designation[i][region] = DelistingRules::read(*set);
                by_region = true;
            }
        if (!by_region || rules->has(IncidenceRule::name))
            d.by_designation[i][region_count] = DelistingRules::read(*rules);
    }
    return d;
}

Delisting Delisting::read(Block block) {
    Delisting d = read_set(block);
    if (!block.has("use")) return d;
    const std::vector<std::string> keys = block.keys();
    std::vector<std::string_view> sets(keys.begin(), keys.end());
    for (const std::string_view own : {"use", "provincial", "national"}) std::erase(sets, own);
    if (sets.empty()) sets.push_back("a_set");  // read as missing
    const std::string used(sets[block.choice("use", "which set of rules holds", sets)]);
    if (block.has("national") || block.has("provincial"))
        block.error("use", "chooses a set, but rules stand beside it. Remove one of the two");
    d = read_set(block.block(used, "a set of rules"));
    for (const std::string_view set : sets)
        if (set != used) block.skip(set);
    return d;
}

const DelistingRules* Delisting::rules_of(const County& county) const {
    const ByRegion& sets = by_designation[static_cast<std::size_t>(county.designation)];
    const auto& own = sets[county.region];
    const auto& set = own ? own : sets[region_count];
    return set ? &*set : nullptr;
}

std::vector<std::string> Delisting::rule_ids() const {
    return {std::string(IncidenceRule::name), std::string(ComprehensiveIncidenceRule::name),
            std::string(WrongExitRule::name), std::string(MissedRule::name),
            std::string(ApprovalRule::name)};
}

void delist(DelistingState& state, const DelistingRules& rules, const CountyFacts& facts, int year,
            std::vector<std::uint8_t>& failed) {
    bool all_hold = true;
    for (const DelistingRule& rule : rules.rules) {
        const bool holds = std::visit([&](const auto& r) { return r.holds(facts); }, rule);
        if (!holds) failed[rule.index()] = 1;
        all_hold = all_hold && holds;
    }
    state.years_held = all_hold ? state.years_held + 1 : 0;
    if (rules.revoked_by_relapse && !all_hold) state.delisted_in = 0;
    if (state.delisted_in == 0 && year >= rules.not_before &&
        state.years_held >= rules.consecutive_years)
        state.delisted_in = year;
}

}  // namespace zhaimao
