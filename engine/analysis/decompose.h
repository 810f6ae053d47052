// Who does the work: Shapley shares of the batches in what a scenario achieves over growth alone,
// on the same futures. A coalition of batches is the scenario with the interventions of all other
// batches switched off from the start. Model, section 6, and law 10.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

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

struct Decomposition {
    std::vector<Batch> players;  // batches with at least one intervention, in order of their list
    // [achievement][player][replicate]: what it adds; negative where it lowers.
    std::array<std::vector<std::vector<double>>, achievement_ids.size()> shares;
    std::array<std::vector<double>, achievement_ids.size()> none, all;  // [achievement][replicate]

    [[nodiscard]] Summary share(Achievement achievement, std::size_t player) const;
};

// Empty where it was cancelled. Runs 2^players scenarios in every future.
[[nodiscard]] std::optional<Decomposition> decompose(const Project& project,
                                                     const RunOptions& options);

// The scenario with only the players of `coalition` (bit by index) switched on.
[[nodiscard]] Scenario with_batches(Scenario scenario, const std::vector<Batch>& players,
                                    std::size_t coalition);

}  // namespace zhaimao
