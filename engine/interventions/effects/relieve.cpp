#include "engine/interventions/effects/relieve.h"

#include <algorithm>

namespace zhaimao {

Relieve Relieve::read(Block& block) {
    constexpr std::array<std::string_view, 2> expenses{"illness", "schooling"};
    Relieve r;
    r.expense = static_cast<Expense>(block.choice("expense", "what becomes cheaper", expenses));
    const auto by = Amount::read(block, "by", "less expense a year", true);
    const auto share =
        block.maybe_number({"share", unit::number, share_range, "share of the expense borne"});
    if (by.has_value() == share.has_value())
        block.error("", "say either `by`, an amount a year, or `share`");
    if (by) r.by = *by;
    r.share = share.value_or(0.0);
    return r;
}

void Relieve::apply(std::span<const Served> served, EffectContext& context) const {
    std::vector<float>& expenses =
        expense == Expense::illness ? context.cases.illness : context.cases.schooling;
    for (const Served& s : served) {
        const auto left = static_cast<float>(1.0 - static_cast<double>(s.share) * share);
        const std::uint32_t traits = context.cases.traits[s.case_index];
        const auto amount =
            static_cast<float>(by.yuan * static_cast<double>(units_of(traits, by.per)));
        float& borne = expenses[s.case_index];
        borne =
            std::max(0.0F, borne * left - s.share * (amount / context.cases.people[s.case_index]));
    }
}

}  // namespace zhaimao
