#include "engine/io/schema/key_table.h"

#include <fmt/format.h>

#include "engine/core/config/path.h"
#include "engine/io/schema/key_groups.h"
#include "engine/io/schema/key_text.h"

namespace zhaimao {
namespace {

// "<id>" as code: Markdown takes it for HTML.
std::string marked(std::string text) {
    if (const std::size_t at = text.find(every_id); at != std::string::npos)
        text.replace(at, every_id.size(), "`" + std::string(every_id) + "`");
    return text;
}

void add_rows(const Outline& map, const std::string& path, std::string& table) {
    for (const std::span<const Outline> group : key_groups(map)) {
        const Outline& key = group.front();
        std::string names = key.name;
        for (const Outline& same : group.subspan(1)) names += ", " + same.name;
        const std::string key_path = join_path(path, group.size() == 1 ? names : "{" + names + "}");
        if (!meaning_text(key).empty())
            table += fmt::format("| `{}` | {} | {} | {} | {} |\n", key_path, value_text(key),
                                 range_text(key), absent_text(key), marked(meaning_text(key)));
        add_rows(key, key_path, table);
    }
}

}  // namespace

std::string key_table(const Outline& language) {
    std::string table =
        "| key | value | range | if absent | meaning |\n| --- | --- | --- | --- | --- |\n";
    add_rows(language, "", table);
    return table;
}

}  // namespace zhaimao
