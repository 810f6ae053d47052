// How incomes move: growth and common shocks, own luck, measurement, events, unavoidable expenses.
// Model, section 3 B and C 1.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/config/block.h"
#include "engine/dynamics/life_course.h"
#include "engine/population/household.h"

namespace zhaimao {

struct Growth {
    std::array<std::vector<double>, source_count>
        rates;               // [source][year - first], a year, as fractions
    double nation_sd = 0.0;  // log sd of the year's common shock; mean one
    double city_sd = 0.0;
    double county_sd = 0.0;

    static Growth read(Block block, int first_year, int last_year);

    friend bool operator==(const Growth&, const Growth&) = default;
};

struct Luck {
    double permanent_sd = 0.0;   // of a year's innovation e1, log points
    double persistence = 1.0;    // rho
    double transitory_sd = 0.0;  // of e2, log points

    static Luck read(Block block);
    // Var(d[t]), which the mean-one correction subtracts half of: v[0] = 0, v[t] = rho^2 v[t-1] +
    // s_p^2.
    [[nodiscard]] double variance_after(int years) const;

    friend bool operator==(const Luck&, const Luck&) = default;
};

struct Measurement {
    double sd = 0.0;           // of the log error, stationary
    double persistence = 0.0;  // of the AR(1)

    static Measurement read(Block block);

    friend bool operator==(const Measurement&, const Measurement&) = default;
};

enum class EventScope { household, village };

struct Event {
    std::string id;
    Cause cause = Cause::illness;
    EventScope scope = EventScope::household;
    double probability = 0.0;                  // a year, of a household or of a village
    double times_if_poor = 1.0;                // for households poor at the start
    double struck_share = 1.0;                 // of the households of a village that is hit
    std::array<double, source_count> loses{};  // share of the source lost while it lasts
    double expense = 0.0;  // unavoidable, yuan per household and year while it lasts
    int lasts = 1;         // years; for_good: never ends
    double spared = 0.0;   // share of its interval of the event draw that a protection took away

    static constexpr int for_good = 0;
    static Event read(Block block);

    friend bool operator==(const Event&, const Event&) = default;
};

struct Expenses {
    std::array<double, stage_count> schooling{};  // yuan per student and year

    static Expenses read(std::optional<Block> block);

    friend bool operator==(const Expenses&, const Expenses&) = default;
};

struct Dynamics {
    Growth growth;
    Luck luck;
    Measurement measurement;
    std::vector<Event>
        events;  // household events first, then village events, each in declared order
    Expenses expenses;
    std::optional<LifeCourse> life_course;  // absent: nobody ages

    static Dynamics read(Block& root, int first_year, int last_year);

    friend bool operator==(const Dynamics&, const Dynamics&) = default;
};

}  // namespace zhaimao
