// What a year brought to one household, for whoever wants to follow it: golden files, explanations.
//
//   income      = sources + gains + support            true; the top-up not included
//   observed    = (sources + gains) x error + support
//   assessable  = observed - illness - schooling
//   assessed    = mean of assessable over the assessment's years, lifted by the top-up
//
// All money in yuan per head and year. The year is the one that was lived last. Of a household that
// is no case (never on the register, never enrolled) nothing below `observed` is worked out: zero.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/simulation/world.h"

namespace zhaimao {

struct HouseholdYear {
    bool is_case = false;
    Status status = Status::never;           // on 31 December
    std::uint32_t traits = 0;                // household.h, with the members of now
    std::uint32_t unmet = 0;                 // guarantees, one bit each
    std::size_t event = 0;                   // 0: none, else 1 + index in Dynamics::events
    std::array<float, source_count> base{};  // after growth, luck and event
    float income = 0.0F;
    float observed = 0.0F;

    std::array<float, source_count> gain{};  // what effects add to each source
    float support = 0.0F;                    // transfers and dividends
    float illness = 0.0F;                    // unavoidable expenses, after relief
    float schooling = 0.0F;
    float assessable = 0.0F;
    float top_up = 0.0F;
    float assessed = 0.0F;
    std::vector<std::size_t> enrolled;  // interventions, in declared order
    std::vector<Gain> gains;            // what each intervention gave, in declared order
};

[[nodiscard]] HouseholdYear household_year(const World& world, std::size_t county,
                                           std::uint32_t row, int year);

}  // namespace zhaimao
