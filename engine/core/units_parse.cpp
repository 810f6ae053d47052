#include <charconv>
#include <cmath>

#include "engine/core/quantity_text.h"
#include "engine/core/suggest.h"
#include "engine/core/unit_words.h"
#include "engine/core/utf8.h"

namespace zhaimao {
namespace {

constexpr std::size_t longest_text = 120;  // no quantity needs more

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

std::size_t digits_from(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

std::string without(std::string_view text, char unwanted) {
    std::string kept(text);
    std::erase(kept, unwanted);
    return kept;
}

// "1,000,000": every comma is followed by exactly three digits.
bool groups_thousands(std::string_view text) {
    for (std::size_t comma = text.find(','); comma != std::string_view::npos;
         comma = text.find(',', comma + 1))
        if (digits_from(text, comma + 1) != comma + 4) return false;
    return true;
}

// Length of the number that `text` begins with; 0 where there is none.
std::size_t number_length(std::string_view text) {
    const std::size_t sign = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    std::size_t end = digits_from(text, sign);
    std::size_t digits = end - sign;
    if (end < text.size() && text[end] == '.') {
        const std::size_t after = digits_from(text, end + 1);
        digits += after - end - 1;
        end = after;
    }
    if (digits == 0) return 0;
    if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
        std::size_t power = end + 1;
        if (power < text.size() && (text[power] == '-' || text[power] == '+')) ++power;
        if (const std::size_t after = digits_from(text, power); after > power) end = after;
    }
    return end;
}

std::string write(const std::string& instead) {
    return ". Write '" + instead + "'";
}

// What is wrong with a number of this length, empty where nothing is.
std::string number_problem(std::string_view text, std::size_t length) {
    const auto quoted = [&] { return "'" + std::string(text) + "'"; };
    if (length == 0) return quoted() + " is not a number";
    const std::size_t sign = is_digit(text[0]) || text[0] == '.' ? 0 : 1;
    const std::string_view number = text.substr(sign, length - sign);
    const char next = length < text.size() ? text[length] : ' ';
    if (number == "0" && (next == 'x' || next == 'X'))
        return quoted() + " is hexadecimal. Write the number in decimal digits";
    const std::size_t run = text.find_first_not_of("0123456789._,", sign);
    const std::string_view whole = text.substr(0, run);
    if (next == '_') return quoted() + " has '_' inside the number" + write(without(whole, '_'));
    if (next == ',') {
        std::string plain = without(whole, ',');
        if (!groups_thousands(whole))
            plain =
                std::string(text.substr(0, length)) + "." + std::string(whole.substr(length + 1));
        return quoted() + " has ',' inside the number" + write(plain);
    }
    if (number.size() > 1 && number[0] == '0' && is_digit(number[1])) {
        const std::string plain(
            number.substr(std::min(number.find_first_not_of('0'), number.size() - 1)));
        return quoted() + " begins with a zero (some programs would read it as octal)" +
               write(plain);
    }
    return "";
}

// One factor of a unit: "people", "million people", "万元", "month".
void read_factor(std::string_view text, int sign, UnitMeaning& meaning, std::string& problem) {
    text = trimmed(text);
    const std::string_view written = text;
    while (!text.empty()) {
        if (const auto word = find_unit_word(text)) {
            for (std::size_t b = 0; b < word->dimension.exponents.size(); ++b) {
                const int exponent =
                    meaning.dimension.exponents[b] + sign * word->dimension.exponents[b];
                meaning.dimension.exponents[b] = static_cast<std::int8_t>(exponent);
            }
            meaning.powers_of_ten += sign * word->powers_of_ten;
            meaning.months += sign * word->months;
            meaning.bare = false;
            return;
        }
        const auto scale = leading_scale_word(text);
        if (!scale) break;
        meaning.powers_of_ten += sign * scale->powers_of_ten;
        text = trimmed(text.substr(scale->word.size()));
    }
    if (text.empty() && !written.empty() && sign > 0) return;
    problem = text.empty()
                  ? "a unit is missing beside '/'"
                  : "unknown unit '" + std::string(text) + "'" + did_you_mean(text, unit_words());
}

void read_price_year(std::string_view text, UnitMeaning& meaning, std::string& problem) {
    text = trimmed(text);
    const bool four_digits = text.size() == 4 && digits_from(text, 0) == 4;
    if (four_digits) std::from_chars(text.data(), text.data() + 4, meaning.price_year);
    if (!four_digits || meaning.price_year < 1900)
        problem = "'@" + std::string(text) +
                  "' is not a year of prices. Write it as in '2300 yuan/person/year @2010'";
}

QuantityText refused(std::string problem) {
    QuantityText q;
    q.problem = std::move(problem);
    return q;
}

}  // namespace

UnitMeaning read_unit(std::string_view text, std::string& problem) {
    UnitMeaning meaning;
    if (const std::size_t at = text.find('@'); at != std::string_view::npos) {
        read_price_year(text.substr(at + 1), meaning, problem);
        text = text.substr(0, at);
    }
    text = trimmed(text);
    if (text.empty()) return meaning;
    constexpr std::size_t most_factors = 8;
    std::size_t factors = 0;
    for (int sign = 1; problem.empty(); sign = -1) {
        const std::size_t slash = text.find('/');
        read_factor(text.substr(0, slash), sign, meaning, problem);
        if (slash == std::string_view::npos) break;
        if (++factors > most_factors) problem = "a unit of too many parts";
        text = text.substr(slash + 1);
    }
    return meaning;
}

QuantityText read_quantity_text(std::string_view text) {
    text = trimmed(text);
    if (text.size() > longest_text) return refused("is too long for a number with a unit");
    if (const auto odd = first_look_alike(text))
        return refused("'" + std::string(text) + "' holds " + odd->name + ". Write " + odd->plain);
    const std::size_t length = number_length(text);
    if (std::string problem = number_problem(text, length); !problem.empty())
        return refused(std::move(problem));
    QuantityText q;
    q.number = Decimal::parse(text.substr(0, length));
    q.unit = trimmed(text.substr(length));
    q.meaning = read_unit(q.unit, q.problem);
    q.value = q.number.shifted(q.meaning.powers_of_ten).value();
    if (q.problem.empty() && (!std::isfinite(q.value) || (q.value == 0.0 && !q.number.is_zero())))
        q.problem = "'" + std::string(text) + "' is beyond the numbers a computer holds";
    return q;
}

ParsedQuantity parse_quantity(std::string_view text) {
    const QuantityText q = read_quantity_text(text);
    if (!q.problem.empty()) return {Quantity{}, q.problem};
    double value = q.value;
    for (int m = q.meaning.months; m > 0; --m) value /= 12.0;
    for (int m = q.meaning.months; m < 0; ++m) value *= 12.0;
    return {Quantity{value, q.meaning.dimension, q.meaning.price_year, q.meaning.bare}, ""};
}

}  // namespace zhaimao
