#include "engine/io/schema/key_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

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

class TableWriter {
   public:
    std::string text;

    void add_rows(const Outline& map, const std::string& path) {
        for (const std::span<const Outline> group : key_groups(map)) {
            const Outline& key = group.front();
            std::string names = key.name;
            for (const Outline& same : group.subspan(1)) names += ", " + same.name;
            if (group.size() > 1) names = "{" + names + "}";
            const std::string key_path = join_path(path, names);
            const std::string as_in = as_in_earlier(key, key_path);
            if (!meaning_text(key).empty())
                text += fmt::format("| `{}` | {}{} | {} | {} | {} |\n", key_path, value_text(key),
                                    as_in, range_text(key), absent_text(key),
                                    marked(meaning_text(key)));
            if (as_in.empty()) add_rows(key, key_path);
        }
    }

   private:
    // ", keys as in `delisting.national`", where all rows below were written there.
    std::string as_in_earlier(const Outline& key, const std::string& path) {
        constexpr std::ptrdiff_t worth_it = 4;  // rows; fewer are plainer written out
        TableWriter below;
        below.add_rows(key, "");
        if (std::count(below.text.begin(), below.text.end(), '\n') < worth_it) return "";
        const auto [earlier, is_new] = written_at_.try_emplace(below.text, path);
        return is_new ? "" : ", keys as in `" + earlier->second + "`";
    }

    std::map<std::string, std::string> written_at_;  // paths, by the rows below them
};

}  // namespace

std::string key_table(const Outline& language) {
    const std::string table =
        "| key | value | range | if absent | meaning |\n| --- | --- | --- | --- | --- |\n";
    TableWriter writer;
    writer.add_rows(language, "");
    return table + writer.text;
}

}  // namespace zhaimao
