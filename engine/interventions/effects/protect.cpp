#include "engine/interventions/effects/protect.h"

#include <algorithm>

namespace zhaimao {

Protect Protect::read(Block& block, std::span<const std::string> events) {
    Protect p;
    const std::vector<std::string_view> words(events.begin(), events.end());
    if (words.empty())
        block.error("event",
                    "no event is declared under `events`, so there is none to protect from");
    if (words.empty() || block.is_partial())
        block.skip("event");
    else
        p.event = block.choice("event", "which event it protects from", words);
    p.probability = block.number(
        {"probability", unit::number, share_range, "share of its probability taken away"}, 0.0);
    p.loss = block.number(
        {"loss", unit::number, share_range, "share of the lost income that is made good"}, 0.0);
    p.expense = block.number(
        {"expense", unit::number, share_range, "share of the expense that is borne"}, 0.0);
    if (p.probability == 0.0 && p.loss == 0.0 && p.expense == 0.0)
        block.error("", "protects from nothing. Say `probability`, `loss` or `expense`");
    return p;
}

void Protect::soften(Event& e) const {
    e.spared = 1.0 - (1.0 - e.spared) * (1.0 - probability);
    for (double& share : e.loses) share *= 1.0 - loss;
    e.expense *= 1.0 - expense;
}

void Protect::apply(std::span<const Served> served, EffectContext& context) const {
    for (const Served& s : served) {
        const std::uint32_t word = context.state.cases.state[s.case_index];
        if (state::Event::get(word) != event + 1) continue;
        for (std::size_t source = 0; source < 2; ++source)
            context.cases.gain[source][s.case_index] +=
                s.share * static_cast<float>(loss) * context.cases.lost[source][s.case_index];
        context.cases.illness[s.case_index] *= 1.0F - s.share * static_cast<float>(expense);
    }
}

}  // namespace zhaimao
