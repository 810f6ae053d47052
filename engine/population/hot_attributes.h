// The dense part of attributes: traits, villages and unmet guarantees of one block of households,
// by rates turned into thresholds for uniform numbers. attributes.h has the model.
//
// Compiled once per instruction set with the same bits; raw pointers only.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/core/isa.h"
#include "engine/population/hot_draft.h"

namespace zhaimao {

// Of the pairs, the first is of the others, the second of the poor (or, for villages, of those on
// the register).
struct AttributeKernel {
    static constexpr std::size_t most_people = 15, stages = 4, causes = 11;

    WordKey composition, income, students;
    float poverty_mark = 0.0F;  // log, less the log-mean: poor are those who deviate less
    float no_worker[2] = {};
    float workers[most_people + 1][most_people] = {};  // [people][w]: P(at most w), ascending
    std::size_t largest = 0;                           // most people in a household
    float student[2][stages] = {};
    float cause[causes] = {};  // cumulative
    float village_share[2] = {}, villages[2] = {};

    const float* deviation = nullptr;
    const std::uint8_t *size = nullptr, *unmet_if_poor = nullptr, *unmet_if_not = nullptr;
    std::uint32_t *traits = nullptr, *state = nullptr;
    std::uint16_t* village = nullptr;
};

// Households first .. first + n - 1; n is at most WordBlock::size.
using DrawAttributes = void (*)(const AttributeKernel& kernel, std::size_t first, std::size_t n);

[[nodiscard]] DrawAttributes attribute_kernel(Isa isa);

}  // namespace zhaimao
