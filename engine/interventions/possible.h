// Whether any household of a scenario can meet a predicate, and if none, why.
//
// Every field that the predicate names gets the values that households can have, numbers those
// around the predicate's own constants, and the product of all is tried, up to a bound. What is
// beyond it is taken for possible: a predicate is refused only where it surely admits nobody.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/interventions/predicate.h"

namespace zhaimao {

// What households can be, at the start or later.
struct HouseholdDomain {
    std::vector<int> people;       // sizes that occur
    bool can_lack_workers = true;  // some have none
    bool can_have_workers = true;  // some have one or more, at most one a person
    std::uint32_t stages = 0;      // bit s: students of stage s occur
    std::uint32_t unmet = 0;       // bit g: guarantee g is unmet somewhere
    bool can_be_ill = true;        // an event's cause is illness
    bool can_be_disabled = true;
    bool registered_villages = true;  // some live in one
    bool other_villages = true;       // some live outside
    std::vector<Designation> designations;
    std::uint64_t enrolled = 0;  // bit i: intervention i can enrol somebody
    int most_years_registered = 0;
};

// Why nobody can meet it; nullopt: somebody can, or it takes too long to tell. `ids` are those of
// all interventions, in the order of the domain's bits.
[[nodiscard]] std::optional<std::string> why_impossible(const Predicate& predicate,
                                                        const HouseholdDomain& domain,
                                                        std::span<const std::string> ids);

}  // namespace zhaimao
