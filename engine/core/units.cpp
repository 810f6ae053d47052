#include "engine/core/units.h"

#include <algorithm>
#include <vector>

#include "engine/core/unit_words.h"

namespace zhaimao {
namespace {

constexpr Dimension watts = one_of(Base::power);
constexpr Dimension watt_hours = one_of(Base::energy);

constexpr UnitWord words[] = {
    {"people", unit::people},
    {"person", unit::people},
    {"persons", unit::people},
    {"人", unit::people},
    {"口", unit::people},
    {"口人", unit::people},
    {"households", unit::households},
    {"household", unit::households},
    {"户", unit::households},
    {"workers", unit::workers},
    {"worker", unit::workers},
    {"劳动力", unit::workers},
    {"students", unit::students},
    {"student", unit::students},
    {"学生", unit::students},
    {"villages", unit::villages},
    {"village", unit::villages},
    {"村", unit::villages},
    {"个村", unit::villages},
    {"years", unit::years},
    {"year", unit::years},
    {"年", unit::years},
    {"months", unit::years, 0, 1},
    {"month", unit::years, 0, 1},
    {"月", unit::years, 0, 1},
    {"个月", unit::years, 0, 1},
    {"yuan", unit::yuan},
    {"CNY", unit::yuan},
    {"RMB", unit::yuan},
    {"元", unit::yuan},
    {"%", unit::number, -2},
    {"percent", unit::number, -2},
    {"‰", unit::number, -3},
    {"W", watts},
    {"kW", watts, 3},
    {"MW", watts, 6},
    {"GW", watts, 9},
    {"瓦", watts},
    {"千瓦", watts, 3},
    {"兆瓦", watts, 6},
    {"吉瓦", watts, 9},
    {"Wh", watt_hours},
    {"kWh", watt_hours, 3},
    {"MWh", watt_hours, 6},
    {"GWh", watt_hours, 9},
    {"千瓦时", watt_hours, 3},
    {"度", watt_hours, 3},
};

constexpr ScaleWord scales[] = {{"thousand", 3}, {"million", 6}, {"billion", 9}, {"wan", 4},
                                {"百", 2},       {"千", 3},      {"万", 4},      {"亿", 8}};

constexpr std::string_view many[] = {"yuan",     "people", "households", "workers", "students",
                                     "villages", "years",  "W",          "Wh"};
constexpr std::string_view single[] = {"yuan",    "person", "household", "worker", "student",
                                       "village", "year",   "W",         "Wh"};

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::string Dimension::text() const {
    if (*this == unit::number) return "a plain number";
    if (*this == unit::per_year) return "a share a year";
    std::string above, below;
    for (std::size_t b = 0; b < exponents.size(); ++b) {
        for (int k = 0; k < exponents[b]; ++k) (above += above.empty() ? "" : " ") += many[b];
        for (int k = 0; k > exponents[b]; --k) (below += "/") += single[b];
    }
    return (above.empty() ? "1" : above) + below;
}

std::optional<UnitWord> find_unit_word(std::string_view word) {
    const auto found = std::find_if(std::begin(words), std::end(words),
                                    [&](const UnitWord& w) { return w.word == word; });
    return found == std::end(words) ? std::nullopt : std::optional(*found);
}

std::span<const std::string_view> unit_words() {
    static const std::vector<std::string_view> list = [] {
        std::vector<std::string_view> all;
        for (const UnitWord& w : words) all.push_back(w.word);
        return all;
    }();
    return list;
}

std::span<const ScaleWord> scale_words() {
    return scales;
}

std::optional<ScaleWord> leading_scale_word(std::string_view text) {
    for (const ScaleWord& s : scales) {
        if (!text.starts_with(s.word)) continue;
        const bool goes_on = text.size() > s.word.size() && is_ascii_letter(text[s.word.size()]);
        if (is_ascii_letter(s.word.front()) && goes_on) continue;
        return s;
    }
    return std::nullopt;
}

}  // namespace zhaimao
