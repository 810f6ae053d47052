// An intervention: whom it serves, in which order, until what is used up, what it costs and what it
// does.
//
// Data, not code: a new one is a YAML block. One without capacity, order or take-up is an
// entitlement: whoever is eligible has it that year, never enrolled. Model, sections 3 A and 4.
#pragma once

#include <limits>
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

    friend bool operator==(const Allocation&, const Allocation&) = default;
};

struct Capacity {
    Per counted_in = Per::person;
    std::vector<double> by_year;  // [year - first]

    friend bool operator==(const Capacity&, const Capacity&) = default;
};

// What the start year left unfinished: so many units, whose benefit begins after so many years.
struct PipelineStage {
    std::string id;
    std::int64_t units = 0;
    int delay = 0;

    friend bool operator==(const PipelineStage&, const PipelineStage&) = default;
};

enum class Repeat : std::uint8_t { never, yearly };
// What becomes of support once its reason is gone: it goes on, shrinks year by year, or stops.
enum class Afterwards : std::uint8_t { goes_on, tapers, stops };
inline constexpr std::array<std::string_view, 3> afterwards_ids{"continue", "taper", "stop"};

struct NamedEffect {
    std::string id;
    Effect effect;

    friend bool operator==(const NamedEffect&, const NamedEffect&) = default;
};

// Purposes of an intervention's own draws: targeting errs anew each year, the others are for good.
struct InterventionLuck {
    Purpose targeting{""}, take_up{""}, completion{""}, order{""};

    friend bool operator==(const InterventionLuck&, const InterventionLuck&) = default;
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
    bool serves_villages = false;  // capacity counts villages: all eligible of a served one benefit
    std::vector<PipelineStage> pipeline;  // of the start year's capacity
    Repeat repeat = Repeat::never;
    Afterwards after_exit = Afterwards::goes_on;       // of a household: its benefit
    Afterwards after_delisting = Afterwards::goes_on;  // of a county: new services
    int taper_years = 1;                 // tapering: 1 - k / this is left k years afterwards
    std::vector<std::size_t> paid_from;  // funds, the first one first; empty: money has no limit
    std::vector<double>
        completed_by;  // cumulative share of those enrolled whose benefit began, by age
    std::optional<Amount> cost_once;
    std::optional<Amount> cost_yearly;
    int cost_duration = for_good;  // years from the beginning of the benefit
    std::vector<NamedEffect> effects;
    InterventionLuck luck;

    static constexpr int for_good = std::numeric_limits<int>::max();
    [[nodiscard]] bool is_entitlement() const {
        return !capacity && !capacity_share && order.empty() && !take_up;
    }
    [[nodiscard]] Per counted_in() const {
        return capacity ? capacity->counted_in : Per::household;
    }
    // Whoever is not on the register has it too: effects that work inside the dense pass.
    [[nodiscard]] bool protects_everybody() const;
    // Share of the support that is left so many years after its reason is gone.
    [[nodiscard]] float left(Afterwards rule, int years_afterwards) const;

    friend bool operator==(const Intervention&, const Intervention&) = default;
};

struct InterventionReading {
    int first_year = 0;
    int last_year = 0;
    std::span<const std::string> ids;       // of all interventions
    std::span<const std::string> counties;  // ids in order of code
    std::span<const std::string> events;    // ids in the order of Dynamics::events
    std::span<const std::string> funds;     // ids in declared order
    std::span<const std::string> named;     // ids of all counties, mistaken ones included
};

[[nodiscard]] Intervention read_intervention(Block& block, const InterventionReading& reading);

}  // namespace zhaimao
