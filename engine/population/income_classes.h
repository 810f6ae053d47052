// Income classes for medians and the Gini coefficient: 64 a doubling of income (so 1.1 % wide),
// from 2^-4 yuan to 2^24 yuan; incomes outside count in the first or last class. A class is the
// leading bits of the float.
#pragma once

#include <cstddef>
#include <cstdint>

namespace zhaimao {

struct IncomeClasses {
    static constexpr int per_doubling_bits = 6;
    static constexpr int lowest_exponent = -4;
    static constexpr int highest_exponent = 24;
    static constexpr int dropped_bits = 23 - per_doubling_bits;  // of the mantissa
    static constexpr std::int32_t offset = (lowest_exponent + 127) << per_doubling_bits;
    static constexpr auto count =
        static_cast<std::size_t>((highest_exponent - lowest_exponent) << per_doubling_bits);
};

// Static and always inlined: the dense pass uses it too. Negative incomes have the sign bit and so
// fall low.
static inline __attribute__((always_inline)) std::int32_t income_class_of(float income) {
    const std::int32_t c =
        (__builtin_bit_cast(std::int32_t, income) >> IncomeClasses::dropped_bits) -
        IncomeClasses::offset;
    constexpr auto last = static_cast<std::int32_t>(IncomeClasses::count) - 1;
    return c < 0 ? 0 : (c > last ? last : c);
}

}  // namespace zhaimao
