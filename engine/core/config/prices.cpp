#include "engine/core/config/prices.h"

#include <algorithm>
#include <array>

#include "engine/core/config/number.h"
#include "engine/core/config/reading.h"
#include "engine/core/config/year_map.h"

namespace zhaimao {
namespace {

const Entry* entry_of(const Node& series, int year) {
    const auto covers = [&](const Entry& e) {
        const auto span = parse_year_span(e.key);
        return span && span->covers(year);
    };
    const auto found = std::find_if(series.entries.begin(), series.entries.end(), covers);
    return found == series.entries.end() ? nullptr : &*found;
}

}  // namespace

void Prices::set(const Node& series, const Key& key, int year) {
    series_ = &series;
    key_ = key;
    year_ = year;
}

std::optional<double> Prices::factor(int from, std::optional<int> to, const Node& node,
                                     const PathTo& path, Reading& reading) {
    const auto refuse = [&](const std::string& why) {
        if (reading.knows_years())
            reading.diagnostics().error(
                node.place, path.text(),
                short_text(node) + " is in prices of " + std::to_string(from) + " (" + why);
        return std::nullopt;
    };
    if (series_ == nullptr)
        return refuse(
            "no price index is given). Add 'prices', by year, or write the value in prices of its "
            "own year, without '@'");
    const std::array years{to.value_or(year_), from};
    for (const int year : years)
        if (entry_of(*series_, year) == nullptr)
            return refuse("prices has no value for " + std::to_string(year) + "). Add it there");
    const auto above = index(years[0], reading), below = index(years[1], reading);
    return above && below ? std::optional(*above / *below) : std::nullopt;
}

std::optional<double> Prices::index(int year, Reading& reading) {
    const auto [known, is_new] = known_.try_emplace(year);
    if (!is_new) return known->second;
    const Entry& entry = *entry_of(*series_, year);
    const auto number = read_number(entry.node, key_, std::array{key_.dimension},
                                    {"", "", key_.name, entry.key}, reading);
    return known->second = number ? std::optional(number->value) : std::nullopt;
}

}  // namespace zhaimao
