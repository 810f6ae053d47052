#include "engine/interventions/first_year.h"

namespace zhaimao {

FirstYear::FirstYear(const Intervention& iv) : intervention_(iv) {
    if (iv.cost_once) once_.add(*iv.cost_once);
    if (iv.cost_yearly) yearly_.add(*iv.cost_yearly);
    for (const NamedEffect& effect : iv.effects)
        if (const auto* transfer = std::get_if<Transfer>(&effect.effect))
            if (transfer->duration > 0) transfers_.add(transfer->amount, transfer->stage);
}

std::int64_t FirstYear::fen_of(std::uint32_t traits, int wait, float share) const {
    std::int64_t fen = once_.of(traits);
    if (wait > 0 || share <= 0.0F) return fen;
    fen += yearly_.of(traits);
    if (share >= 1.0F) return fen + transfers_.of(traits);
    for (const NamedEffect& effect : intervention_.effects)  // each is rounded
        if (const auto* transfer = std::get_if<Transfer>(&effect.effect))
            fen += transfer->due(traits, {0, 0, -1, share});
    return fen;
}

}  // namespace zhaimao
