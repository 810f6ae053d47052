#include "engine/interventions/effects/transfer.h"

#include <cmath>

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

void Transfer::apply(std::span<const Served> served, EffectContext& context) const {
    const std::int64_t fen = std::llround(amount.yuan * 100.0);
    for (const Served& s : served) {
        if (s.age >= duration || (s.age_at_start >= 0 && s.age_at_start < duration))
            continue;  // base income holds it
        const std::int64_t paid =
            fen * units_of(context.cases.traits[s.case_index], amount.per, stage);
        context.paid_fen += paid;
        context.cases.support[s.case_index] +=
            static_cast<float>(static_cast<double>(paid) * 0.01) /
            context.cases.people[s.case_index];
    }
}

}  // namespace zhaimao
