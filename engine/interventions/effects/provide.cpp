#include "engine/interventions/effects/provide.h"

namespace zhaimao {

Provide Provide::read(Block& block, Purpose luck) {
    Provide p;
    p.guarantee = static_cast<Guarantee>(block.choice("guarantee", "what it meets", guarantee_ids));
    p.delay = static_cast<int>(
        block.whole({"delay", unit::years, delay_range, "years after the benefit began"}, 0));
    p.rate = block.number(
        {"rate", unit::per_year, share_range, "share of the unmet that is helped a year"}, 1.0);
    p.luck = luck;
    return p;
}

void Provide::apply(std::span<const Served> served, EffectContext& context) const {
    const std::uint32_t bit = bit_of(guarantee);
    for (const Served& s : served) {
        const std::uint32_t row = context.state.cases.row[s.case_index];
        const std::uint32_t word = context.state.cases.state[s.case_index];
        const std::uint32_t unmet = state::Unmet::get(word);
        if (s.age < delay || (unmet & bit) == 0) continue;
        if (rate < 1.0 && context.draws.uniform(row, context.area, context.year, luck) >= rate)
            continue;
        context.state.set(s.case_index, state::Unmet::set(word, unmet & ~bit));
    }
}

}  // namespace zhaimao
