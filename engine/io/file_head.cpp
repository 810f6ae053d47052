#include "engine/io/file_head.h"

#include <algorithm>

namespace zhaimao {

std::optional<Entry> take_entry(Node& map, std::string_view key) {
    const auto found = std::find_if(map.entries.begin(), map.entries.end(),
                                    [&](const Entry& e) { return e.key == key; });
    if (found == map.entries.end()) return std::nullopt;
    Entry taken = std::move(*found);
    map.entries.erase(found);
    return taken;
}

void check_version(const std::optional<Entry>& version, const Place& start,
                   Diagnostics& diagnostics) {
    constexpr std::string_view format_version = "1";
    if (!version)
        diagnostics.error(
            Place{start.file, 0, 0}, "",
            "'zhaimao: 1' is missing (the version of the format). Begin the file with it");
    else if (version->node.text != format_version)
        diagnostics.error(version->place, "zhaimao",
                          "'" + short_text(version->node) +
                              "' is not a format this program reads. Write 'zhaimao: 1'");
}

std::optional<Label> read_title(const Node& title, Diagnostics& diagnostics) {
    const Node* en = title.is_map() ? title.find("en") : &title;
    const Node* zh = title.is_map() ? title.find("zh") : &title;
    if (en == nullptr || !en->is_scalar() || en->is_empty() ||
        (zh != nullptr && !zh->is_scalar())) {
        diagnostics.error(title.place, "title", "is not {en: ..., zh: ...} or one text");
        return std::nullopt;
    }
    return Label{en->text, zh == nullptr ? en->text : zh->text};
}

}  // namespace zhaimao
