// The life course as it is configured: who passes working age, how school goes on, what a worker
// brings. Model, section 3 B 3.
#pragma once

#include <array>

#include "engine/core/config/block.h"
#include "engine/core/random/draws.h"
#include "engine/dynamics/hot_life.h"

namespace zhaimao {

struct LifeCourse {
    struct Schooling {
        double years = 1.0;      // of the stage, on average
        double goes_on = 0.0;    // share of those who leave it for the next one
        double first_pay = 1.0;  // of who starts to work from it, as a share of a worker's

        friend bool operator==(const Schooling&, const Schooling&) = default;
    };

    double ageing = 0.0;         // a year, of one worker
    double earner_share = 0.0;   // of a household's market income, brought by its workers' work
    double begins_school = 0.0;  // a year, of a household without a pupil of primary school
    std::array<Schooling, stage_count> stages{};

    static LifeCourse read(Block block);

    friend bool operator==(const LifeCourse&, const LifeCourse&) = default;
};

// The pass of a year, but for the columns of the county.
[[nodiscard]] LifePass life_pass_of(const LifeCourse& course, const Draws& draws,
                                    std::uint32_t area, int year);

}  // namespace zhaimao
