// A county's households from a file, each as often as its whole weight says, before the register is
// opened.
//
// The file's income is permanent income, or (IncomeMeaning::one_year) that of one year, which holds
// transitory luck of log sd s_t as well. Then logs shrink towards their mean, as synthesis has it
// (s0^2 = s_G^2 - s_t^2):
//
//   ln permanent = c + m + sqrt(1 - s_t^2 / s_G^2) (ln income - m)
//
// with m and s_G the mean and sd of log income over the county's households, and c such that the
// county's mean income per head stays. Transitory luck and measurement error are then drawn on top,
// as in synthesis (draft.h). Model, section 2.
#pragma once

#include "engine/population/columns.h"
#include "engine/population/draft.h"
#include "engine/population/microdata.h"

namespace zhaimao {

// One household of the county, in order of identity and copy.
struct FileDraft {
    std::size_t county = 0;
    std::vector<std::uint32_t> row;                       // of the county's rows in the file
    std::array<std::vector<float>, source_count> income;  // permanent, yuan per head
    Draft draft;                                          // deviation from a log-mean of zero
    std::int64_t bottom_coded_people = 0;                 // whose income was under the floor
    std::int64_t netted_people = 0;  // who had a source under zero, but not that
};

[[nodiscard]] FileDraft draft_from_file(const PopulationInputs& inputs, std::size_t county,
                                        const County& area,
                                        const std::vector<std::uint32_t>& copies, Isa isa);

enum class LowIncome { none, netted, bottom_coded };

// The rule of microdata.h, on one household's sources.
[[nodiscard]] LowIncome settle_low_income(std::array<double, source_count>& income, double floor);

}  // namespace zhaimao
