// The closed list of what a run reports: ids, units, labels and definitions. Model, section 6.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "engine/population/household.h"

namespace zhaimao {

struct IndicatorInfo {
    std::string_view id;
    std::string_view unit;  // "people", "share", "yuan/person/year", ...
    std::string_view label_en;
    std::string_view label_zh;
    std::string_view definition;
};

// Per area and year: the state of 31 December, or what happened during the year.
enum class Indicator : std::size_t {
    poor_people,
    poor_households,
    incidence,
    exited_people,
    exited_people_cumulative,
    able_people,
    plan_shortfall_people,
    relapsed_people,
    newly_poor_people,
    cohort_people,
    screened_people,
    comprehensive_incidence,
    wrong_exit_rate,
    missed_rate,
    delisted,
    approved,
    relapsed_after_delisting_people,
    villages_exited,
    mean_income,
    mean_income_registered,
    mean_operating,
    mean_wages,
    mean_property,
    mean_transfers,
    median_income,
    gini,
    fgt0,
    fgt1,
    fgt2,
    mean_gap,
    total_gap,
    watts,
    theil_t,
    theil_l,
    atkinson,
    hoover,
    decile_1_share,
    decile_10_share,
    bottom_40_share,
    multidimensional_headcount,
    multidimensional_intensity,
    multidimensional_poverty,
    support_money,
    top_up_money,
    dividend_money,
    village_money,
    non_finite,
    count
};

// Per intervention, area and year.
enum class Service : std::size_t {
    task,               // capacity of the year, in the unit of the capacity
    served,             // served this year, in the unit of the capacity
    done_of_task,       // served / task
    served_households,  // newly enrolled, or covered for an entitlement
    served_people,
    eligible_households,
    money,  // yuan of the year: once for those newly served, yearly for those enrolled
    would_fail_households,
    dividends,
    lent,
    repaid,
    written_off,
    inclusion_error,  // simulation/targeting.h
    exclusion_error,
    cgh_ratio,
    count
};

inline constexpr std::size_t indicator_count = static_cast<std::size_t>(Indicator::count);
inline constexpr std::size_t service_count = static_cast<std::size_t>(Service::count);

extern const std::array<IndicatorInfo, indicator_count> indicator_table;
extern const std::array<IndicatorInfo, service_count> service_table;

// What happened during a year, as against the state at its end: the start year has none.
[[nodiscard]] bool is_flow(Indicator indicator);

// Per fund, area and year: yuan.
enum class Budget : std::size_t { allotted, spent, lapsed, carried, count };
inline constexpr std::size_t budget_count = static_cast<std::size_t>(Budget::count);
inline constexpr std::array<std::string_view, budget_count> budget_ids{"allotted", "spent",
                                                                       "lapsed", "carried"};

// Ends of spells, by their years.
enum class Spell : std::size_t { exit_after, relapse_after, count };
inline constexpr std::size_t spell_kinds = static_cast<std::size_t>(Spell::count);
inline constexpr std::array<std::string_view, spell_kinds> spell_ids{"exit_after", "relapse_after"};

// Twentieths of all rural people by true income per head, the poorest first: their mean incomes.
inline constexpr std::size_t ventile_count = 20;

// Flows that have a cause.
enum class Flow : std::size_t { newly_poor, relapse, count };
inline constexpr std::size_t flow_count = static_cast<std::size_t>(Flow::count);
inline constexpr std::array<std::string_view, flow_count> flow_ids{"newly_poor", "relapse"};

}  // namespace zhaimao
