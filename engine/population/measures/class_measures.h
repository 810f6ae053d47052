// Measures of an income distribution from counts by income class.
//
// Class c holds incomes whose float bits, shifted, equal c (64 classes a doubling, linear within a
// doubling); a class stands for its middle, so a median or mean is right within 0.8 % and a Gini
// within 0.0001 of exact counting. Any measure of this folder can be taken over the classes as a
// distribution. Moving every income by at most h = 1/129 of itself moves, to first order, Theil L
// and Atkinson(0.5) by at most 2 h, Theil T by h times the income-weighted mean of |ln(y / m) - T|,
// a group's mean by h of itself, and Watts by h P0 plus 2 h of the people in the line's class. With
// many people the moves cancel, and what is left is under h^2 = 0.00006 for each.
#pragma once

#include <cstdint>
#include <span>

#include "engine/population/measures/distribution.h"

namespace zhaimao {

// The middle of a class, yuan per head.
[[nodiscard]] double class_income(std::size_t income_class);

// The class of the person in the middle; 0 where nobody is counted.
[[nodiscard]] double median_of_classes(std::span<const std::uint32_t> people);

// Gini coefficient, population form: half the mean absolute difference over the mean.
[[nodiscard]] double gini_of_classes(std::span<const std::uint32_t> people);

// The classes that hold anybody. The first class, which holds what is at most 2^-4 (1 + 1/64) yuan,
// debts included, stands for an income of 0: measures that take logarithms leave it out.
[[nodiscard]] measures::Distribution distribution_of_classes(std::span<const std::uint32_t> people);

}  // namespace zhaimao
