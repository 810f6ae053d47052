#include "engine/io/schema/path_pattern.h"

#include "engine/io/schema/key_groups.h"

namespace zhaimao {
namespace {

constexpr const char* id = "[^.]+";
// Of values, an id may be a share with a decimal point: "2.5 %".
constexpr const char* id_of_value = "(?:[0-9]+[.][0-9]+ *%|[^.]+)";

}  // namespace

std::string names_pattern(const Outline& map, std::span<const Outline> keys) {
    const Outline& first = keys.front();
    if (first.name == every_id) {
        std::string others = "source|known_on|table";
        for (const Outline& key : map.below)
            if (key.name != every_id) others += "|" + key.name;
        return "(?!(?:" + others + ")(?:[.]|$))" +
               (first.form(Form::block) == nullptr ? id_of_value : id);
    }
    if (keys.size() == 1) return first.name;
    std::string names;
    for (const Outline& key : keys) (names += names.empty() ? "" : "|") += key.name;
    return "(?:" + names + ")";
}

std::string path_pattern(const Outline& root) {
    std::string all;
    for (const std::span<const Outline> group : key_groups(root)) {
        std::string below = path_pattern(group.front());
        for (const Declaration& d : group.front().forms) {
            if (d.form == Form::number && d.written.by_year)
                (below += below.empty() ? "" : "|") += year_pattern;
            if (d.form == Form::label) (below += below.empty() ? "" : "|") += "en|zh";
        }
        (all += all.empty() ? "" : "|") += names_pattern(root, group);
        if (!below.empty()) all += "(?:[.](?:" + below + "))?";
    }
    return all;
}

}  // namespace zhaimao
