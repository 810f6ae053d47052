#include "engine/core/decimal.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <utility>

namespace zhaimao {
namespace {

constexpr int largest_exponent = 100000;  // far beyond any double, and sums of it fit an int

std::string without_leading_zeros(std::string digits) {
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    return digits.empty() ? "0" : digits;
}

int exponent_of(std::string_view text) {
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    int exponent = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (problem == std::errc::result_out_of_range)
        exponent = text.front() == '-' ? -largest_exponent : largest_exponent;
    return std::clamp(exponent, -largest_exponent, largest_exponent);
}

// Sum or difference of two runs of digits of equal length, a >= b where subtracting.
std::string combine(const std::string& a, const std::string& b, bool subtract) {
    std::string result(a.size(), '0');
    int carry = 0;
    for (std::size_t i = a.size(); i-- > 0;) {
        const int other = b[i] - '0';
        int digit = a[i] - '0' + (subtract ? -other : other) + carry;
        carry = digit > 9 ? 1 : digit < 0 ? -1 : 0;
        digit -= 10 * carry;
        result[i] = static_cast<char>('0' + digit);
    }
    return carry > 0 ? "1" + result : result;
}

}  // namespace

Decimal Decimal::parse(std::string_view text) {
    Decimal d;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        d.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    if (const std::size_t e = text.find_first_of("eE"); e != std::string_view::npos) {
        d.exponent = exponent_of(text.substr(e + 1));
        text = text.substr(0, e);
    }
    d.digits.clear();
    const std::size_t point = text.find('.');
    for (char c : text)
        if (c != '.') d.digits += c;
    if (point != std::string_view::npos) d.exponent -= static_cast<int>(text.size() - point - 1);
    d.digits = without_leading_zeros(std::move(d.digits));
    return d;
}

Decimal Decimal::shifted(int powers_of_ten) const {
    Decimal d = *this;
    d.exponent += powers_of_ten;
    return d;
}

// Both numbers of the short way are exact doubles, so that one operation rounds once.
double Decimal::value() const {
    constexpr std::size_t most_digits = 15;
    constexpr double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                 1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    constexpr int largest = static_cast<int>(std::size(powers)) - 1;
    if (digits.size() <= most_digits && std::abs(exponent) <= largest) {
        double whole = 0.0;
        for (const char c : digits) whole = 10.0 * whole + (c - '0');
        if (negative) whole = -whole;
        return exponent < 0 ? whole / powers[-exponent] : whole * powers[exponent];
    }
    const std::string t = (negative ? "-" : "") + digits + "e" + std::to_string(exponent);
    double result = 0.0;
    const auto [end, problem] = std::from_chars(t.data(), t.data() + t.size(), result);
    if (problem != std::errc::result_out_of_range) return result;
    const bool large = exponent + static_cast<int>(digits.size()) > 0;
    return large ? (negative ? -1.0 : 1.0) * std::numeric_limits<double>::infinity() : 0.0;
}

std::string Decimal::text() const {
    std::string d = digits;
    int e = exponent;
    for (; d.size() > 1 && d.back() == '0'; ++e) d.pop_back();
    const std::string sign = negative && !is_zero() ? "-" : "";
    constexpr int longest = 21;  // beyond this many places a power of ten is easier to read
    const int length = static_cast<int>(d.size());
    if (d == "0") return "0";
    if (e >= 0 && length + e <= longest)
        return sign + d + std::string(static_cast<std::size_t>(e), '0');
    if (e < 0 && -e <= longest) {
        if (length <= -e) d.insert(0, static_cast<std::size_t>(-e - length + 1), '0');
        d.insert(d.size() - static_cast<std::size_t>(-e), ".");
        return sign + d;
    }
    return sign + d + (e == 0 ? "" : "e" + std::to_string(e));
}

Decimal operator*(const Decimal& a, const Decimal& b) {
    std::string product(a.digits.size() + b.digits.size(), '0');
    for (std::size_t i = a.digits.size(); i-- > 0;) {
        int carry = 0;
        for (std::size_t j = b.digits.size(); j-- > 0;) {
            const int sum =
                product[i + j + 1] - '0' + (a.digits[i] - '0') * (b.digits[j] - '0') + carry;
            product[i + j + 1] = static_cast<char>('0' + sum % 10);
            carry = sum / 10;
        }
        product[i] = static_cast<char>('0' + carry);
    }
    return {a.negative != b.negative, without_leading_zeros(std::move(product)),
            a.exponent + b.exponent};
}

Decimal operator+(const Decimal& a, const Decimal& b) {
    const int exponent = std::min(a.exponent, b.exponent);
    const auto aligned = [&](const Decimal& d) {
        return d.digits +
               std::string(d.is_zero() ? 0 : static_cast<std::size_t>(d.exponent - exponent), '0');
    };
    std::string x = aligned(a), y = aligned(b);
    const std::size_t length = std::max(x.size(), y.size());
    x.insert(0, length - x.size(), '0');
    y.insert(0, length - y.size(), '0');
    const bool subtract = a.negative != b.negative;
    const bool y_larger = subtract && y > x;
    std::string digits = y_larger ? combine(y, x, true) : combine(x, y, subtract);
    return {y_larger ? b.negative : a.negative, without_leading_zeros(std::move(digits)), exponent};
}

}  // namespace zhaimao
