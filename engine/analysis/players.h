// Who may be on or off in a scenario, batch by batch or instrument by instrument, and the scenario
// with only some of them on.
//
// Off means that nothing of an intervention is ever served, from the start year's deliveries on. It
// stays in the list, so whatever refers to it (`enrolled(relocation)`) still reads, as never, and
// nobody's draws shift.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/simulation/scenario.h"

namespace zhaimao {

enum class PlayersBy : std::uint8_t { batch, instrument };

struct Player {
    std::string id;  // of the batch or the intervention
    std::vector<std::size_t> interventions;
};

// Batches with at least one intervention in order of their list; interventions in declared order.
[[nodiscard]] std::vector<Player> players_of(const Scenario& scenario, PlayersBy by);

using Coalition = std::uint64_t;  // bit i: player i is in; at most 64 interventions exist

[[nodiscard]] constexpr Coalition all_of(std::size_t players) {
    return players >= 64 ? ~Coalition{0} : (Coalition{1} << players) - 1;
}

[[nodiscard]] Scenario with_players(Scenario scenario, const std::vector<Player>& players,
                                    Coalition coalition);

}  // namespace zhaimao
