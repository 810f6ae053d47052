// Eligibility's inner loops: a predicate's steps over columns of households, in blocks. Compiled
// once per instruction set with the same bits; raw pointers only.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/core/isa.h"

namespace zhaimao {

// One step of a predicate in postfix order: a constant or a column is pushed, an operation takes
// one or two columns and leaves one. True is 1, false is 0.
struct PredicateStep {
    enum class Op : std::uint8_t {
        constant,
        field,
        negate,
        both,
        either,
        less,
        at_most,
        more,
        at_least,
        equal,
        unequal
    };
    enum class Field : std::uint8_t {
        registered,
        exited,
        relapsed,
        never,
        people,
        workers,
        students,
        stage,
        unmet_count,
        unmet,
        income,
        years_registered,
        ill,
        disabled,
        registered_village,
        designation,
        enrolled
    };

    Op op = Op::constant;
    Field field = Field::registered;
    std::uint8_t index = 0;  // stage, guarantee or intervention
    float value = 0.0F;      // of a constant

    friend bool operator==(const PredicateStep&, const PredicateStep&) = default;
};

struct PredicatePass {
    static constexpr std::size_t block_size = 256;  // households at a time

    const PredicateStep* steps = nullptr;
    std::size_t step_count = 0;
    float* stack = nullptr;  // room for block_size a step

    // Columns, as in HouseholdView; null where it has none.
    std::size_t households = 0;
    const std::uint32_t* traits = nullptr;
    const std::uint32_t* state = nullptr;
    const float* observed = nullptr;
    const std::int16_t* entered = nullptr;
    const std::uint64_t* enrolled = nullptr;
    std::int32_t year = 0, designation = 0;
    std::uint32_t illness_events = 0, disability_events = 0;  // one bit an event

    std::uint64_t refused = 0;  // one bit an intervention: nobody who is enrolled in one of these

    // Out: the households for which the predicate holds, ascending. Room for all, and a vector
    // more.
    static constexpr std::size_t vector_more = 16;
    std::uint32_t* found = nullptr;
    std::size_t found_count = 0;
};

using PredicateKernel = void (*)(PredicatePass&);

// The kernel compiled for an instruction set; the caller answers for the machine having it.
[[nodiscard]] PredicateKernel predicate_kernel(Isa isa);

}  // namespace zhaimao
