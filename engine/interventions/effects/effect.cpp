#include "engine/interventions/effects/effect.h"

#include <algorithm>
#include <array>

namespace zhaimao {
namespace {

constexpr std::array names{Raise::name,   Transfer::name, TopUp::name, Provide::name,
                           Protect::name, Relieve::name,  Lend::name,  Dividend::name};
static_assert(names.size() == std::variant_size_v<Effect>);

Effect read_named(std::string_view name, Block& block, const EffectReading& r) {
    if (name == Raise::name) return Raise::read(block);
    if (name == Transfer::name) return Transfer::read(block);
    if (name == TopUp::name) return TopUp::read(block, r.first_year, r.last_year);
    if (name == Provide::name) return Provide::read(block, r.luck);
    if (name == Protect::name) return Protect::read(block, r.events);
    if (name == Relieve::name) return Relieve::read(block);
    if (name == Lend::name) return Lend::read(block, r.luck);
    return Dividend::read(block);
}

std::string known_names() {
    std::string list;
    for (std::string_view name : names) (list += list.empty() ? "" : ", ") += name;
    return list;
}

}  // namespace

Effect read_effect(Block& block, const EffectReading& reading) {
    std::optional<Effect> effect;
    for (std::string_view name : names) {
        std::optional<Block> found = block.maybe_block(name, "parameters of the effect");
        if (!found) continue;
        if (effect)
            block.error(name,
                        "an entry of `effects` holds one effect. Give this one an id of its own");
        effect = read_named(name, *found, reading);
    }
    if (!effect && std::find(names.begin(), names.end(), block.id()) != names.end()) {
        for (const std::string& key : block.keys()) block.skip(key);
        block.wrong("", "an effect stands below an id of its own. Write 'my_effect: {" +
                            block.id() + ": {...}}'");
    } else if (!effect) {
        block.error("", "names no effect. Known ones: " + known_names());
    }
    return effect.value_or(Effect{});
}

}  // namespace zhaimao
