#include "engine/analysis/players.h"

namespace zhaimao {
namespace {

std::vector<Player> batches_of(const Scenario& scenario) {
    std::vector<Player> players;
    for (std::size_t b = 0; b < batch_ids.size(); ++b) {
        Player player{std::string(batch_ids[b]), {}};
        for (std::size_t i = 0; i < scenario.interventions.size(); ++i)
            if (scenario.interventions[i].batch == static_cast<Batch>(b))
                player.interventions.push_back(i);
        if (!player.interventions.empty()) players.push_back(std::move(player));
    }
    return players;
}

}  // namespace

std::vector<Player> players_of(const Scenario& scenario, PlayersBy by) {
    if (by == PlayersBy::batch) return batches_of(scenario);
    std::vector<Player> players;
    for (std::size_t i = 0; i < scenario.interventions.size(); ++i)
        players.push_back({scenario.interventions[i].id, {i}});
    return players;
}

Scenario with_players(Scenario scenario, const std::vector<Player>& players, Coalition coalition) {
    for (std::size_t p = 0; p < players.size(); ++p) {
        if ((coalition >> p & 1U) != 0) continue;
        for (const std::size_t i : players[p].interventions)
            scenario.interventions[i].from = scenario.horizon + 1;
    }
    return scenario;
}

}  // namespace zhaimao
