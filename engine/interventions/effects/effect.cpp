#include "engine/interventions/effects/effect.h"

#include <array>

namespace zhaimao {

Effect read_effect(Block& block, const EffectReading& reading) {
    constexpr std::array names{Raise::name, Transfer::name, TopUp::name, Provide::name,
                               Relieve::name};
    std::optional<Effect> effect;
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::optional<Block> found = block.maybe_block(names[i], "parameters of the effect");
        if (!found) continue;
        if (effect)
            block.error(names[i],
                        "an entry of `effects` holds one effect. Give this one an id of its own");
        switch (i) {
            case 0:
                effect = Raise::read(*found);
                break;
            case 1:
                effect = Transfer::read(*found);
                break;
            case 2:
                effect = TopUp::read(*found, reading.first_year, reading.last_year);
                break;
            case 3:
                effect = Provide::read(*found, reading.luck);
                break;
            default:
                effect = Relieve::read(*found);
                break;
        }
    }
    if (!effect)
        block.error("", "names no effect. Known ones: raise, transfer, top_up, provide, relieve");
    return effect.value_or(Effect{});
}

}  // namespace zhaimao
