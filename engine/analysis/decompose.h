// Who does the work: Shapley shares of the batches or the instruments in what a scenario achieves
// over growth alone, on the same futures. Of a few players over every coalition, of many over
// orders sampled anew in each future, so that the spread over futures holds the sampling's error,
// too. Model, section 6, and law 10.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/analysis/players.h"
#include "engine/ensemble/run.h"
#include "engine/ensemble/summary.h"

namespace zhaimao {

enum class Achievement : std::uint8_t {
    exits,          // people off the register by the last deadline, gross
    incidence,      // of the city at the last deadline
    poverty_years,  // person-years on the register from the year after the start to then
    money,          // support and top-ups to then, yuan
};
inline constexpr std::array<std::string_view, 4> achievement_ids{
    "exited_people_cumulative", "incidence", "poverty_years", "money"};

struct DecomposeBy {
    PlayersBy players = PlayersBy::batch;
    int permutations = 0;  // orders sampled in each future; 0: every coalition
};

struct Decomposition {
    DecomposeBy by;
    std::vector<Player> players;
    // [achievement][player][replicate]: what it adds; negative where it lowers.
    std::array<std::vector<std::vector<double>>, achievement_ids.size()> shares;
    std::array<std::vector<double>, achievement_ids.size()> none, all;  // [achievement][replicate]

    [[nodiscard]] Summary share(Achievement achievement, std::size_t player) const;
    [[nodiscard]] std::string_view method() const {
        return by.permutations == 0 ? "shapley" : "permutation";
    }
};

// Empty where it was cancelled. Every coalition of at most 12 players. In every future it runs
// 2^players scenarios, or about permutations x players.
[[nodiscard]] std::optional<Decomposition> decompose(const Project& project,
                                                     const RunOptions& options,
                                                     DecomposeBy by = {});

}  // namespace zhaimao
