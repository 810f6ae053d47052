#include "engine/exit/delisting.h"

namespace zhaimao {

DelistingRules DelistingRules::read(Block block) {
    DelistingRules r;
    if (std::optional<Block> incidence =
            block.maybe_block(IncidenceRule::name, "poverty incidence"))
        r.rules.emplace_back(IncidenceRule::read(*incidence));
    if (r.rules.empty())
        block.error(
            "", "no rule is given, so every county would be delisted. Add incidence: {under: 3 %}");
    r.consecutive_years = static_cast<int>(block.whole(
        {"consecutive_years", unit::number, between(1, 10), "in which all rules hold"}, 1));
    r.not_before = block.maybe_year("not_before", "first year that counts").value_or(0);
    return r;
}

Delisting Delisting::read(Block block) {
    Delisting d;
    constexpr std::array<std::string_view, 3> ids{"none", "provincial", "national"};
    for (std::size_t i = 1; i < ids.size(); ++i)
        if (std::optional<Block> rules =
                block.maybe_block(ids[i], "rules for counties of this designation"))
            d.by_designation[i] = DelistingRules::read(*rules);
    return d;
}

std::vector<std::string> Delisting::rule_ids() const {
    return {std::string(IncidenceRule::name)};
}

void delist(DelistingState& state, const DelistingRules& rules, const CountyFacts& facts, int year,
            std::vector<std::uint8_t>& failed) {
    bool all_hold = true;
    for (const DelistingRule& rule : rules.rules) {
        const bool holds = std::visit(
            [&](const auto& r) { return r.holds(facts.poor_people, facts.rural_people); }, rule);
        if (!holds) failed[rule.index()] = 1;
        all_hold = all_hold && holds;
    }
    state.years_held = all_hold ? state.years_held + 1 : 0;
    if (state.delisted_in == 0 && year >= rules.not_before &&
        state.years_held >= rules.consecutive_years)
        state.delisted_in = year;
}

}  // namespace zhaimao
