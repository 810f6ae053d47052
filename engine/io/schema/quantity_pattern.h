// Regular expressions (ECMA 262) for numbers with a unit, made from the engine's own lists of unit
// and scale words: "11000 people", "1.2 万人", "5000 yuan/student/year", "416 元/月/人".
#pragma once

#include <string>

#include "engine/core/units.h"

namespace zhaimao {

// Texts that parse_quantity() reads with this dimension; those of a plain number are "0.5", "54 %",
// "3 million". Units that cancel ("months/month") are left out. Signs are admitted where asked for.
// Of money the year of its prices may follow: "2300 yuan/person/year @2010".
[[nodiscard]] std::string quantity_pattern(const Dimension& dimension, bool may_be_negative);

// The unit alone, as in {value: 3000, unit: people}.
[[nodiscard]] std::string unit_pattern(const Dimension& dimension);

}  // namespace zhaimao
