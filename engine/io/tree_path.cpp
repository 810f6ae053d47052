#include "engine/io/tree_path.h"

#include <algorithm>
#include <utility>

#include "engine/core/config/distribution.h"
#include "engine/core/config/path.h"
#include "engine/core/suggest.h"

namespace zhaimao {
namespace {

std::string joined(const std::vector<std::string>& parts, std::size_t count) {
    std::string path;
    for (std::size_t i = 0; i < count; ++i) path = join_path(path, parts[i]);
    return path;
}

void collect_paths(const Node& node, const std::string& path, std::vector<std::string>& paths) {
    constexpr std::size_t most = 10000;  // among more, suggest() looks for none
    if (is_distribution(node)) return;
    for (const Entry& e : node.entries) {
        if (paths.size() > most) return;
        paths.push_back(join_path(path, e.key));
        collect_paths(e.node, std::string(paths.back()), paths);  // a copy: the list grows
    }
}

std::string known_there(const Node& node, const std::string& path) {
    constexpr std::size_t most = 10;
    const std::vector<std::string> keys = keys_of(node);
    std::string list;
    for (std::size_t i = 0; i < std::min(keys.size(), most); ++i)
        list += (i == 0 ? "" : ", ") + keys[i];
    return ". " + (path.empty() ? std::string("The tree") : "'" + path + "'") + " has " + list +
           (keys.size() > most ? ", ..." : "");
}

// The part of an entry that covers `span`; a distribution remembers where its draw came from.
Entry part_of(const Entry& whole, const YearSpan& span, const std::string& path) {
    Entry part = whole;
    part.key = span.text();
    if (part.key != whole.key && is_distribution(part.node) && part.node.drawn_as.empty())
        part.node.drawn_as = join_path(path, whole.key);
    return part;
}

std::string uncovered(const std::vector<YearSpan>& covered, const YearSpan& years) {
    const auto is_covered = [&](int year) {
        return std::any_of(covered.begin(), covered.end(),
                           [&](const YearSpan& s) { return s.covers(year); });
    };
    const int last = years.last == YearSpan::open_end ? years.first : years.last;
    for (int year = years.first; year <= last; ++year)
        if (!is_covered(year)) return std::to_string(year);
    return "";
}

}  // namespace

Found find_path(Node& tree, const std::vector<std::string>& parts) {
    Node* node = &tree;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!node->is_map() || is_distribution(*node)) return {};
        Node* next = node->find(parts[i]);
        const bool last = i + 1 == parts.size();
        const auto years = last && is_year_map(*node) ? parse_year_span(parts[i]) : std::nullopt;
        if (next == nullptr && !years) return {};
        if (last) return {node, next, years};
        node = next;
    }
    return {};
}

std::string no_such_path(const Node& tree, const std::vector<std::string>& parts) {
    if (std::find(parts.begin(), parts.end(), "") != parts.end())
        return "no such path (it has an empty part: a dot too many)";
    const Node* node = &tree;
    std::size_t depth = 0;
    for (const Node* next = node; depth < parts.size(); ++depth, node = next)
        if ((next = node->find(parts[depth])) == nullptr || is_distribution(*next)) break;
    depth = std::min(depth, parts.size() - 1);
    if (node->find(parts[depth]) != nullptr)
        return "no such path ('" + joined(parts, depth + 1) + "' is a distribution: one value)";
    std::vector<std::string> paths;
    if (const std::string key = suggest(parts[depth], keys_of(*node)); !key.empty()) {
        std::string path = join_path(joined(parts, depth), key);
        for (std::size_t i = depth + 1; i < parts.size(); ++i) path = join_path(path, parts[i]);
        return "no such path; did you mean '" + path + "'?";
    }
    collect_paths(tree, "", paths);
    if (const std::string hint = did_you_mean(joined(parts, parts.size()), paths); !hint.empty())
        return "no such path" + hint;
    return "no such path" + (node->entries.empty() ? "" : known_there(*node, joined(parts, depth)));
}

std::string edit_years(Node& year_map, const YearSpan& years, const std::string& path,
                       const std::function<bool(Node&)>& edit) {
    std::vector<YearSpan> covered;
    std::vector<Entry> entries;
    for (Entry& entry : year_map.entries) {
        const auto span = parse_year_span(entry.key);
        if (!span || !span->overlaps(years)) {
            entries.push_back(std::move(entry));
            continue;
        }
        const YearSpan inside{std::max(span->first, years.first), std::min(span->last, years.last)};
        covered.push_back(inside);
        if (span->first < inside.first)
            entries.push_back(part_of(entry, {span->first, inside.first - 1}, path));
        Entry changed = part_of(entry, inside, path);
        if (edit(changed.node)) entries.push_back(std::move(changed));
        if (inside.last < span->last)
            entries.push_back(part_of(entry, {inside.last + 1, span->last}, path));
    }
    year_map.entries = std::move(entries);
    return uncovered(covered, years);
}

}  // namespace zhaimao
