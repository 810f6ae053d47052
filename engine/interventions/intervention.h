// An intervention: whom it serves, in which order, until what is used up, what it costs and what it
// does.
//
// Data, not code: a new one is a YAML block. One without capacity, order or take-up is an
// entitlement: whoever is eligible has it that year, never enrolled. Model, sections 3 A and 4.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/interventions/effects/effect.h"
#include "engine/interventions/predicate.h"

namespace zhaimao {

enum class Batch : std::uint8_t {
    production,
    relocation,
    ecology,
    education,
    social_security,
    supporting
};
inline constexpr std::array<std::string_view, 6> batch_ids{
    "production", "relocation", "ecology", "education", "social_security", "supporting"};

// What the order of service looks at; the first key decides, the next breaks its ties, identity the
// last.
enum class RankKey : std::uint8_t { income, permanent_income, unmet_guarantees, people, random };

inline constexpr std::size_t max_rank_keys = 2;

// How a city's capacity is divided among its counties, by largest remainder.
enum class AllocationRule : std::uint8_t {
    by_eligible,
    by_registered,
    by_people,
    nearest_deadline,
    weights
};

struct Allocation {
    AllocationRule rule = AllocationRule::by_eligible;
    std::vector<double> weights;  // by county in order of code; with AllocationRule::weights
};

struct Capacity {
    Per counted_in = Per::person;
    std::vector<double> by_year;  // [year - first]
};

enum class Repeat : std::uint8_t { never, yearly };
enum class AfterExit : std::uint8_t { goes_on, stops };

struct NamedEffect {
    std::string id;
    Effect effect;
};

// Purposes of an intervention's own draws: targeting errs anew each year, the others are for good.
struct InterventionLuck {
    Purpose targeting{""}, take_up{""}, completion{""}, order{""};
};

struct Intervention {
    std::string id;
    Label label;
    Batch batch = Batch::production;
    Predicate eligible;
    std::vector<RankKey> order;
    double targeting_error = 0.0;      // share of the capacity that goes in random order instead
    std::optional<Capacity> capacity;  // of the city
    std::optional<double> capacity_share;  // of each county's eligible households
    Allocation allocation;
    std::optional<std::vector<double>>
        take_up;   // [year - first], share of the eligible; the same households first
    int from = 0;  // first and last year of service
    int until = 0;
    Repeat repeat = Repeat::never;
    AfterExit after_exit = AfterExit::goes_on;
    std::vector<double>
        completed_by;  // cumulative share of those enrolled whose benefit began, by age
    std::optional<Amount> cost_once;
    std::optional<Amount> cost_yearly;
    std::vector<NamedEffect> effects;
    InterventionLuck luck;

    [[nodiscard]] bool is_entitlement() const {
        return !capacity && !capacity_share && order.empty() && !take_up;
    }
    [[nodiscard]] Per counted_in() const {
        return capacity ? capacity->counted_in : Per::household;
    }
};

struct InterventionReading {
    int first_year = 0;
    int last_year = 0;
    std::span<const std::string> ids;       // of all interventions
    std::span<const std::string> counties;  // ids in order of code
};

[[nodiscard]] Intervention read_intervention(Block& block, const InterventionReading& reading);

}  // namespace zhaimao
