// Measures of an income distribution from counts by income class.
//
// Class c holds incomes whose float bits, shifted, equal c (64 classes a doubling, linear within a
// doubling); a class stands for its middle, so a median or mean is right within 0.8 % and a Gini
// within 0.0001 of exact counting.
#pragma once

#include <cstdint>
#include <span>

namespace zhaimao {

// The middle of a class, yuan per head.
[[nodiscard]] double class_income(std::size_t income_class);

// The class of the person in the middle; 0 where nobody is counted.
[[nodiscard]] double median_of_classes(std::span<const std::uint32_t> people);

// Gini coefficient, population form: half the mean absolute difference over the mean.
[[nodiscard]] double gini_of_classes(std::span<const std::uint32_t> people);

}  // namespace zhaimao
