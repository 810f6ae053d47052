// A decimal number exactly as written: sign, digits and a power of ten. Scaling moves the power,
// sums and products are exact; only value() rounds, once, to the nearest double (std::from_chars).
#pragma once

#include <string>
#include <string_view>

namespace zhaimao {

struct Decimal {
    bool negative = false;
    std::string digits = "0";  // no leading zeros, but for zero itself
    int exponent = 0;          // the number is digits * 10^exponent

    // "12", "-0.5", ".5", "1.2e-3": digits with at most one point, and a power of ten. The text
    // must be one.
    static Decimal parse(std::string_view text);

    [[nodiscard]] Decimal shifted(int powers_of_ten) const;
    // Infinite where no double is that large, zero where none is that small.
    [[nodiscard]] double value() const;
    [[nodiscard]] bool is_zero() const { return digits == "0"; }
    // "0.005", "12000", "1.5e-30": reads back as the same number.
    [[nodiscard]] std::string text() const;
};

[[nodiscard]] Decimal operator*(const Decimal& a, const Decimal& b);
[[nodiscard]] Decimal operator+(const Decimal& a, const Decimal& b);

}  // namespace zhaimao
