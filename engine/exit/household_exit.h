// Assessment and exit of households on the register. Model, section 3 C.
//
//   averaged = mean of assessable income over average_years (this year's alone for who has only
//   that) topped up = max(averaged, floor margin) where a top-up covers the household: the gap is
//   paid exactly able to exit: topped up >= line margin for consecutive_years, and every guarantee
//   met
//
// Top-ups are paid to whom they cover on the register or off it.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/dynamics/case_year.h"
#include "engine/exit/parameters.h"
#include "engine/exit/spells.h"

namespace zhaimao {

// A household able to exit, with its place in the queue: the best-placed first.
struct Able {
    float assessed = 0.0F;  // yuan per head
    std::uint32_t case_index = 0;
    std::int32_t people = 0;
};

// Averages, pays top-ups, and lists who is able to exit; returns their people. Carries assessable
// income to the next year.
std::int64_t assess(CaseYear& year, CountyState& state, const Assessment& rule, double line,
                    std::vector<Able>& able);

// The same average of true income, with the top-ups that were paid: what inspections look at.
void average_truth(CaseYear& year, CountyState& state, const Assessment& rule);

struct ExitCount {
    std::int64_t people = 0;
    SpellCount after{};  // of them, by years on the register
};

// Lets those in `able` leave the register, the best-placed first, up to a number of people.
ExitCount let_exit(CountyState& state, std::vector<Able>& able, std::int64_t up_to_people,
                   int year);

}  // namespace zhaimao
