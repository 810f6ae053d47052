// The closed list of effects: one pair of files each, one word in the list. Model, section 4.
#pragma once

#include <string>
#include <variant>

#include "engine/interventions/effects/dividend.h"
#include "engine/interventions/effects/lend.h"
#include "engine/interventions/effects/protect.h"
#include "engine/interventions/effects/provide.h"
#include "engine/interventions/effects/raise.h"
#include "engine/interventions/effects/relieve.h"
#include "engine/interventions/effects/top_up.h"
#include "engine/interventions/effects/transfer.h"

namespace zhaimao {

using Effect = std::variant<Raise, Transfer, TopUp, Provide, Protect, Relieve, Lend, Dividend>;

// What reading an effect needs beside its block.
struct EffectReading {
    int first_year = 0;
    int last_year = 0;
    Purpose luck{""};                     // of this effect of this intervention
    std::span<const std::string> events;  // ids, in the order of Dynamics::events
};

// `block` is one entry of `effects`: an id, and below it the effect's name, and below that its
// parameters.
[[nodiscard]] Effect read_effect(Block& block, const EffectReading& reading);

}  // namespace zhaimao
