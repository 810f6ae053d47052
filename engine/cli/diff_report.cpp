#include "engine/cli/diff_report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace zhaimao {
namespace {

using Json = nlohmann::ordered_json;

std::string origin(const Difference::Side& side) {
    std::string place = side.place.file ? *side.place.file : "";
    if (side.place.line > 0) place += fmt::format(":{}", side.place.line);
    if (side.source.empty()) return place;
    return place.empty() ? side.source : place + "; " + side.source;
}

std::string side_text(const std::optional<Difference::Side>& side) {
    return side ? fmt::format("{} ({})", side->text, origin(*side)) : "(absent)";
}

bool is_subtree(const Difference& d) {
    return !(d.before && d.after) && (d.before ? d.before : d.after)->text.empty();
}

std::string line(const Difference& d, const std::string& a, const std::string& b) {
    if (!is_subtree(d))
        return fmt::format("{}: {} -> {}\n", d.path, side_text(d.before), side_text(d.after));
    return fmt::format("{}: only in {}, {} value{} ({})\n", d.path, d.before ? a : b, d.values,
                       d.values == 1 ? "" : "s", origin(d.before ? *d.before : *d.after));
}

Json json_of(const std::optional<Difference::Side>& side) {
    if (!side) return nullptr;
    return {{"value", side->text},
            {"file", side->place.file ? *side->place.file : ""},
            {"line", side->place.line},
            {"source", side->source}};
}

}  // namespace

std::string diff_text(const std::vector<Difference>& list, const std::string& a,
                      const std::string& b) {
    std::string text;
    std::size_t subtrees = 0, below = 0;
    for (const Difference& d : list) {
        text += line(d, a, b);
        if (!is_subtree(d)) continue;
        ++subtrees;
        below += d.values;
    }
    const std::size_t values = list.size() - subtrees;
    text += fmt::format("{} {}", values, values == 1 ? "value differs" : "values differ");
    if (subtrees > 0)
        text += fmt::format("; {} with {} value{} on one side only",
                            subtrees == 1 ? "1 subtree" : fmt::format("{} subtrees", subtrees),
                            below, below == 1 ? "" : "s");
    return text + ".\n";
}

std::string diff_json(const std::vector<Difference>& list) {
    Json json = Json::array();
    for (const Difference& d : list)
        json.push_back({{"path", d.path},
                        {"before", json_of(d.before)},
                        {"after", json_of(d.after)},
                        {"values", d.values}});
    return json.dump() + "\n";
}

}  // namespace zhaimao
