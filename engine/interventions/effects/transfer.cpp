#include "engine/interventions/effects/transfer.h"

namespace zhaimao {

Transfer Transfer::read(Block& block) {
    Transfer t;
    if (const auto amount = Amount::read(block, "amount", "paid a year", true))
        t.amount = *amount;
    else
        block.error("amount", "a transfer needs an amount, such as 5000 yuan/student/year");
    if (block.has("stage"))
        t.stage = static_cast<int>(block.choice("stage", "students of this stage only", stage_ids));
    t.duration = static_cast<int>(
        block.whole({"duration", unit::years, at_least(1), "years; absent: for good"}, t.duration));
    return t;
}

std::int64_t Transfer::due(std::uint32_t traits, const Served& s) const {
    const bool held = s.age_at_start >= 0 && s.age_at_start < duration;  // base income holds it
    if (s.age >= duration || held) return 0;
    const std::int64_t fen = fen_of_yuan(amount.yuan) * units_of(traits, amount.per, stage);
    return s.share < 1.0F ? share_of(fen, static_cast<double>(s.share)) : fen;
}

void Transfer::apply(std::span<const Served> served, EffectContext& context) const {
    const std::span<const std::uint32_t> traits =
        context.paid_for.empty() ? context.cases.traits : context.paid_for;
    for (const Served& s : served) {
        const std::int64_t paid = due(traits[s.case_index], s);
        context.flows.paid += paid;
        context.cases.support[s.case_index] +=
            static_cast<float>(static_cast<double>(paid) * 0.01) /
            context.cases.people[s.case_index];
    }
}

}  // namespace zhaimao
