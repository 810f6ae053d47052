// The dense part of opening a register: the place of every household in the order of entry.
// register.h has the model.
//
// Compiled once per instruction set with the same bits; raw pointers only.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/core/isa.h"

namespace zhaimao {

struct RegisterKernel {
    float line = 0.0F, mark = 0.0F;  // logs of the poverty line and of the mark for being poor
    float gap_bonus = 0.0F;          // log points off the score per unmet guarantee
    const float *score = nullptr, *deviation = nullptr;
    const std::uint8_t *unmet_if_poor = nullptr, *unmet_if_not = nullptr;
    std::uint32_t* key = nullptr;  // written: ~ordered_bits of the critical log-mean, poorest first
};

// Of households 0 .. households - 1.
using OrderEntry = void (*)(const RegisterKernel& kernel, std::size_t households);

[[nodiscard]] OrderEntry register_kernel(Isa isa);

}  // namespace zhaimao
