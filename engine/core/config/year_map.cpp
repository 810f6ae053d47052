#include "engine/core/config/year_map.h"

#include <algorithm>
#include <charconv>

namespace zhaimao {
namespace {

constexpr std::size_t year_length = 4;

std::optional<int> parse_year(std::string_view text) {
    int year = 0;
    if (text.size() != year_length || text.front() == '0') return std::nullopt;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (problem != std::errc{} || end != text.data() + text.size() || year < 0) return std::nullopt;
    return year;
}

}  // namespace

std::string YearSpan::text() const {
    if (first == last) return std::to_string(first);
    return last == open_end ? std::to_string(first) + "+"
                            : std::to_string(first) + ".." + std::to_string(last);
}

std::optional<YearSpan> parse_year_span(std::string_view key) {
    const auto first = parse_year(key.substr(0, year_length));
    if (!first) return std::nullopt;
    const std::string_view rest = key.substr(year_length);
    if (rest.empty()) return YearSpan{*first, *first};
    if (rest == "+") return YearSpan{*first, YearSpan::open_end};
    if (!rest.starts_with("..")) return std::nullopt;
    const auto last = parse_year(rest.substr(2));
    if (!last || *last < *first) return std::nullopt;
    return YearSpan{*first, *last};
}

bool is_year_map(const Node& node) {
    return std::any_of(node.entries.begin(), node.entries.end(),
                       [](const Entry& e) { return parse_year_span(e.key).has_value(); });
}

std::vector<YearEntry> read_year_map(const Node& map, const PathTo& path,
                                     Diagnostics& diagnostics) {
    std::vector<YearEntry> entries;
    for (const Entry& e : map.entries) {
        const auto span = parse_year_span(e.key);
        if (!span) {
            diagnostics.error(e.place, join_path(path.text(), e.key),
                              "'" + e.key + "' is not a year. Write 2017, 2018..2020 or 2017+");
            continue;
        }
        const auto other = std::find_if(entries.begin(), entries.end(),
                                        [&](const YearEntry& o) { return o.span.overlaps(*span); });
        if (other == entries.end())
            entries.push_back({*span, &e});
        else
            diagnostics.error(e.place, join_path(path.text(), e.key),
                              "has years that '" + other->entry->key + "' already holds (" +
                                  other->entry->place.text() + "). Give each year once");
    }
    return entries;
}

}  // namespace zhaimao
