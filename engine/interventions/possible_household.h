// A household as far as a predicate can tell, and whether the predicate holds for it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/interventions/predicate.h"

namespace zhaimao {

// Numbers may be such as no household has, to find out whether it is the numbers that stand in the
// way.
struct PossibleHousehold {
    Status status = Status::registered;
    float people = 3.0F, workers = 1.0F, income = 0.0F, years = 0.0F;
    std::uint32_t stages = 0, unmet = 0;
    float more_students = 0.0F, more_unmet = 0.0F;  // beyond those with a name
    bool ill = false, disabled = false, village = false;
    float designation = 0.0F;
    std::uint64_t enrolled = 0;
};

// What a household is, in parts that vary independently.
enum class HouseholdPart {
    status,
    size,
    students,
    unmet,
    income,
    years,
    health,
    village,
    place,
    enrolled
};
inline constexpr std::array all_parts{
    HouseholdPart::status, HouseholdPart::size,    HouseholdPart::students, HouseholdPart::unmet,
    HouseholdPart::income, HouseholdPart::years,   HouseholdPart::health,   HouseholdPart::village,
    HouseholdPart::place,  HouseholdPart::enrolled};

[[nodiscard]] HouseholdPart part_of(Predicate::Field field);

// `stack` is room to work in.
[[nodiscard]] bool holds(std::span<const Predicate::Step> steps, const PossibleHousehold& candidate,
                         std::vector<float>& stack);

}  // namespace zhaimao
