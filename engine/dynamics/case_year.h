// A case's year: its income by source before and with the effects of interventions, its expenses.
// Model, 3 B and C.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/dynamics/county_state.h"
#include "engine/dynamics/hot_case.h"
#include "engine/dynamics/parameters.h"

namespace zhaimao {

// Scratch of one county and year, one element per case (columns may be longer: they serve one
// county after the other); all money in yuan per head and year.
struct CaseYear {
    std::vector<std::uint32_t> traits;  // copied beside the case for the effects
    std::vector<float> people;
    std::vector<float> multiplier;  // of the market sources
    std::vector<float> error;       // exp of the measurement error: observed over true earnings
    std::array<std::vector<float>, source_count>
        base;                                // after growth, luck and events, before effects
    std::array<std::vector<float>, 2> lost;  // operating income and wages that the event took
    std::array<std::vector<float>, source_count> gain;  // what effects add to each source
    std::vector<float> support;        // administrative transfers: seen without error
    std::vector<float> illness;        // unavoidable expense of events
    std::vector<float> schooling;      // unavoidable expense of students
    std::vector<float> floor;          // assessable income is lifted to this; 0: no top-up
    std::vector<float> top_up;         // paid by the top-up
    std::vector<float> income;         // true income with effects and support, without the top-up
    std::vector<float> observed;       // as officials see it
    std::vector<float> assessable;     // observed less expenses
    std::vector<float> assessed;       // assessable, averaged and topped up
    std::vector<float> true_assessed;  // the same of true income

    void resize(std::size_t cases);
    [[nodiscard]] std::size_t cases() const { return support.size(); }
};

// Incomes of the cases before effects, by the same formula as the dense pass, which has gone over
// all rows before.
void earn_cases(CaseYear& year, CountyState& state, const Dynamics& dynamics,
                const std::array<float, source_count>& growth,
                const CaseKernels& kernels = case_kernels(Isa::baseline));

// Income, observed and assessable income once all effects are in.
void see_cases(CaseYear& year, const CountyState& state,
               const CaseKernels& kernels = case_kernels(Isa::baseline));

}  // namespace zhaimao
