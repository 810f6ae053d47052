// The life course of everybody in one county, a year of it: workers pass working age, students
// advance, leave school for work, children begin school. Model, section 3 B 3.
//
// A household's market income moves with its workers, through its permanent deviation d:
//
//   a worker of w passes working age   d += ln(1 - e / w)          e: share of market income earned
//   a student starts to work           d += ln(1 + e g / max(w, 1))   by work; g: a starter's pay
//
// At most one worker passes working age in a year; one student of each stage at most leaves it,
// with probability 1 / years of the stage, and goes on to the next stage or to work. One Philox
// call a household and year: word 0 ages, words 1 and 2 hold 16 bits for each stage, word 3 begins
// school. The population is closed: children come from those already counted among its people.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/core/isa.h"
#include "engine/population/household.h"

namespace zhaimao {

struct LifePass {
    static constexpr std::size_t most_workers = 15;

    std::size_t households = 0;
    const std::uint32_t* traits = nullptr;
    std::uint32_t* state = nullptr;
    float* deviation = nullptr;

    std::uint32_t area = 0, replicate = 0, year_purpose = 0, key0 = 0, key1 = 0;

    std::uint32_t ageing = 0;                 // of one worker, as a share of 2^32
    std::uint32_t begins = 0;                 // a child begins school, as a share of 2^32
    std::uint32_t leaves[stage_count] = {};   // a student leaves the stage, as a share of 2^16
    std::uint32_t goes_on[stage_count] = {};  // of these, to the next stage: the lower part
    float retired[most_workers + 1] = {};     // [workers before], log points
    float started[stage_count][most_workers + 1] = {};  // [stage left][workers before], log points
};

using LifeKernel = void (*)(LifePass&);

// The kernel compiled for an instruction set; the caller answers for the machine having it.
[[nodiscard]] LifeKernel life_kernel(Isa isa);

}  // namespace zhaimao
