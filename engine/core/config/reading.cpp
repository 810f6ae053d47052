#include "engine/core/config/reading.h"

#include <algorithm>

#include "engine/core/suggest.h"

namespace zhaimao {
namespace {

std::string known_here(const std::vector<std::string>& names) {
    constexpr std::size_t most = 10;
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
        list += (i == 0 ? "" : ", ") + names[i];
    return names.empty() ? "" : ". Known here: " + list + (names.size() > most ? ", ..." : "");
}

// A name that was looked for in vain is the likelier meaning; then those that are there already.
std::string unknown_key(const Entry& entry, const Node& map, const Asked& asked) {
    std::string hint = did_you_mean(entry.key, asked.absent);
    std::vector<std::string> names = asked.absent;
    for (std::size_t i = 0; i < map.entries.size(); ++i)
        if (asked.read[i]) names.push_back(map.entries[i].key);
    if (hint.empty()) hint = did_you_mean(entry.key, names);
    return "unknown key" + (hint.empty() ? known_here(names) : hint);
}

}  // namespace

Block Reading::root(const Node& tree) {
    root_ = &tree;
    return Block(tree, "", nullptr, *this);
}

Asked& Reading::asked(const Node& map) {
    Asked& asked = asked_[&map];
    asked.read.resize(map.entries.size());
    return asked;
}

// A mistyped key is missing, too, and what its block misses as a whole is this key: one message
// says it.
void Reading::report_unknown(const Entry& entry, const Node& map, const std::string& path) {
    if (diagnostics_->is_full()) return diagnostics_->error(entry.place, "", "");  // counted only
    const Asked& asked = asked_.at(&map);
    const std::string meant = suggest(entry.key, asked.absent);
    if (!meant.empty()) diagnostics_->withdraw(join_path(path, meant));
    if (!path.empty()) diagnostics_->withdraw(path);
    if (unread_.insert(entry.place.text()).second || entry.place.line == 0)
        diagnostics_->error(entry.place, join_path(path, entry.key),
                            unknown_key(entry, map, asked));
}

void Reading::finish() {
    std::string path;
    if (root_ != nullptr) report_unread(*root_, path);
}

// Keys of one column of a table have one place, its header, and are one mistake.
void Reading::report_unread(const Node& map, std::string& path) {
    const auto found = asked_.find(&map);
    if (found == asked_.end()) return;  // read as one value: whoever read it looked at all of it
    const std::size_t above = path.size();
    for (std::size_t i = 0; i < map.entries.size(); ++i) {
        const Entry& entry = map.entries[i];
        const bool read = found->second.read[i];
        if (read && !entry.node.is_map()) continue;
        if (!read) {
            report_unknown(entry, map, path);
            continue;
        }
        (path += above == 0 ? "" : ".") += entry.key;
        report_unread(entry.node, path);
        path.resize(above);
    }
}

}  // namespace zhaimao
