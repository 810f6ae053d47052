#include "engine/io/schema/quantity_pattern.h"

#include <algorithm>
#include <vector>

#include "engine/core/unit_words.h"

namespace zhaimao {
namespace {

bool is_ascii(std::string_view word) {
    return std::all_of(word.begin(), word.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string any_of(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) list += (list.empty() ? "" : "|") + word;
    return "(?:" + list + ")";
}

// An English scale word ends where its letters end.
std::string scales_pattern() {
    std::vector<std::string> english, chinese;
    for (const ScaleWord& s : scale_words())
        (is_ascii(s.word) ? english : chinese).emplace_back(s.word);
    return "(?:(?:" + any_of(english) + "(?![A-Za-z])|" + any_of(chinese) + ") *)*";
}

std::string words_of(const Dimension& dimension) {
    std::vector<std::string> words;
    for (std::string_view word : unit_words())
        if (find_unit_word(word)->dimension == dimension) words.emplace_back(word);
    return any_of(words);
}

// The base dimensions with a positive (or negative) exponent, each as often as it counts.
std::vector<Base> factors(const Dimension& dimension, int sign) {
    std::vector<Base> list;
    for (std::size_t b = 0; b < dimension.exponents.size(); ++b)
        for (int k = sign * dimension.exponents[b]; k > 0; --k)
            list.push_back(static_cast<Base>(b));
    return list;
}

// "/person/year" and "/year/person".
std::string divisors_pattern(std::vector<Base> bases) {
    if (bases.empty()) return "";
    std::vector<std::string> orders;
    do {
        std::string order;
        for (Base base : bases) order += " */ *" + scales_pattern() + words_of(one_of(base));
        orders.push_back(order);
    } while (std::next_permutation(bases.begin(), bases.end()));
    return any_of(orders);
}

// What may stand behind the number, without anchors.
std::string behind_number(const Dimension& dimension) {
    std::string text = " *" + scales_pattern();
    const std::vector<Base> multiplied = factors(dimension, 1);
    for (Base base : multiplied) text += words_of(one_of(base));
    const std::string divided = divisors_pattern(factors(dimension, -1));
    // The model's only step is the year, so that a plain share is a rate a year.
    if (dimension == unit::per_year)
        text += "(?:" + words_of(unit::number) + "(?:" + divided + ")?)?";
    else if (multiplied.empty())
        text += words_of(unit::number) + "?" + divided;
    else
        text += divided;
    if (std::find(multiplied.begin(), multiplied.end(), Base::money) != multiplied.end())
        text += "(?: *@ *[0-9]{4})?";
    return text;
}

}  // namespace

std::string quantity_pattern(const Dimension& dimension, bool may_be_negative) {
    return (may_be_negative ? "^[+-]?" : "^[+]?") +
           std::string("(?:(?:0|[1-9][0-9]*)(?:[.][0-9]*)?|[.][0-9]+)(?:[eE][+-]?[0-9]+)?") +
           behind_number(dimension) + "$";
}

std::string unit_pattern(const Dimension& dimension) {
    return "^" + behind_number(dimension) + "$";
}

}  // namespace zhaimao
