// A quantity as written, before it is a double: the exact decimal number, and what its unit means.
#pragma once

#include <string>
#include <string_view>

#include "engine/core/decimal.h"
#include "engine/core/units.h"

namespace zhaimao {

// "yuan/household/month": money^1 household^-1 year^-1, no power of ten, month^-1.
struct UnitMeaning {
    Dimension dimension;
    int powers_of_ten = 0;  // "%" is -2, "wan" (万) is 4
    int months = 0;         // power of month = year / 12
    int price_year = 0;     // "@2010"
    bool bare = true;       // no unit was written (a scale word such as "million" is none)
};

struct QuantityText {
    Decimal number;
    std::string unit;  // as written after the number, "" where none
    UnitMeaning meaning;
    double value = 0.0;   // scaled by the unit's powers of ten, not by its months
    std::string problem;  // empty: ok
};

[[nodiscard]] QuantityText read_quantity_text(std::string_view text);

// The unit alone, as in `unit: yuan/person/year`. An unknown word fills `problem`.
[[nodiscard]] UnitMeaning read_unit(std::string_view text, std::string& problem);

}  // namespace zhaimao
