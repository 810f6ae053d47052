#include "engine/io/overlay.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "engine/core/config/distribution.h"
#include "engine/core/config/ledger.h"
#include "engine/core/config/path.h"
#include "engine/core/suggest.h"
#include "engine/io/scale.h"
#include "engine/io/tree.h"
#include "engine/io/tree_path.h"

namespace zhaimao {
namespace {

using Parts = std::vector<std::string>;

Parts operator/(Parts parts, const std::string& key) {
    for (std::string& part : split_path(key)) parts.push_back(std::move(part));
    return parts;
}

std::string text_of(const Parts& parts) {
    std::string path;
    for (const std::string& part : parts) path = join_path(path, part);
    return path;
}

Parts parent_of(Parts parts) {
    parts.pop_back();
    return parts;
}

// Values by year given as a whole, unless some of them scale what is there.
bool goes_deeper(const Node& section) {
    if (is_scaling(section) || is_distribution(section) || !section.is_map()) return false;
    if (!is_year_map(section)) return true;
    return std::any_of(section.entries.begin(), section.entries.end(),
                       [](const Entry& e) { return is_scaling(e.node); });
}

// For a map with one key, which looks like a distribution or a scaling misspelt; else empty.
std::string unknown_value(const Node& node) {
    constexpr std::array<std::string_view, 2> scalings{"times", "plus"};
    const std::string problem = unknown_distribution(node);
    if (problem.empty()) return "";
    const std::string& key = node.entries.front().key;
    const std::string hint = did_you_mean(key, scalings);
    return hint.empty() ? problem : "unknown key '" + key + "'" + hint;
}

void fill_origin(Node& node, const std::string& source, const std::string& known_on) {
    if (node.source.empty()) node.source = source;
    if (node.known_on.empty()) node.known_on = known_on;
    for (Node& item : node.items) fill_origin(item, source, known_on);
    for (Entry& e : node.entries) fill_origin(e.node, source, known_on);
}

class Overlay {
   public:
    Overlay(Node& tree, Diagnostics& diagnostics) : tree_(&tree), diagnostics_(&diagnostics) {}

    void change(const Node& section, const Parts& above) {
        for (const Entry& e : section.entries) {
            const Parts parts = above / e.key;
            if (e.node.is_map() && e.node.entries.empty())
                diagnostics_->error(e.place, text_of(parts),
                                    "changes nothing. Give a value, or use replace or remove");
            else if (!goes_deeper(e.node))
                change_at(parts, e);
            else if (!refuse_misspelt(e, parts))
                change(e.node, parts);
        }
    }

    // A year that the run does not reach would be a dead override. Asked last: the same section may
    // move the horizon.
    void change_all(const Node& section) {
        change(section, {});
        const Node* start = tree_->find("start");
        const Node* horizon = tree_->find("horizon");
        if (start == nullptr || horizon == nullptr || !start->quantity || !horizon->quantity)
            return;
        for (const auto& [value, edited] : edited_years_)
            for (const EditedYears& e : edited) {
                if (e.years.first <= horizon->quantity->value &&
                    e.years.last >= start->quantity->value)
                    continue;
                diagnostics_->withdraw(e.path);  // that no entry covers it
                diagnostics_->error(e.place, e.path,
                                    e.years.text() + " is outside the run (" + start->text + ".." +
                                        horizon->text + "), so this would change nothing");
            }
    }

    void replace(const Entry& e) {
        const Parts parts = Parts{} / e.key;
        edit(parts, e.place, [&](Node& there) {
            there = e.node;
            return true;
        });
    }

    void remove(const std::string& path, const Place& place) {
        const Parts parts = Parts{} / path;
        const Found found = find_path(*tree_, parts);
        if (found.parent == nullptr)
            return diagnostics_->error(place, text_of(parts),
                                       diagnostics_->is_full() ? "" : no_such_path(*tree_, parts));
        if (found.years) return edit(parts, place, [](Node&) { return false; });
        std::erase_if(found.parent->entries, [&](const Entry& e) { return e.key == parts.back(); });
    }

    void add(Node& into, const Node& section, const std::string& path) {
        for (const Entry& e : section.entries) {
            const std::string entry_path = join_path(path, e.key);
            const auto years = parse_year_span(e.key);
            const auto there =
                std::find_if(into.entries.begin(), into.entries.end(), [&](const Entry& o) {
                    const auto theirs = parse_year_span(o.key);
                    return o.key == e.key || (years && theirs && years->overlaps(*theirs));
                });
            if (there == into.entries.end())
                into.entries.push_back(e);
            else if (there->node.is_map() && e.node.is_map() && !is_distribution(there->node))
                add(there->node, e.node, entry_path);
            else
                diagnostics_->error(e.place, entry_path,
                                    "is there already (" + there->place.text() +
                                        "). Use change, or replace for a whole subtree");
        }
    }

   private:
    // Below a number there are no paths: what stands for it is one value, and its only key a slip.
    bool refuse_misspelt(const Entry& e, const Parts& parts) {
        const Found found = find_path(*tree_, parts);
        const bool of_years = found.years || (found.node != nullptr && is_year_map(*found.node));
        if (!of_years &&
            (found.node == nullptr || (!is_distribution(*found.node) && !found.node->quantity)))
            return false;
        const std::string problem = unknown_value(e.node);
        if (!problem.empty()) diagnostics_->error(e.place, text_of(parts), problem);
        return !problem.empty();
    }

    // A new distribution for several years is one draw, wherever the entries were split before.
    void change_at(const Parts& parts, const Entry& e) {
        const std::string path = text_of(parts);
        const bool of_years = parse_year_span(parts.back()).has_value();
        const bool of_place = parts.front() != "ensemble";
        edit(parts, e.place, [&](Node& there) {
            if (is_scaling(e.node)) {
                scale(there, e.node, path, *diagnostics_);
            } else if (is_block(there)) {
                diagnostics_->error(e.place, path,
                                    "is a map of keys (change sets one value). Use replace");
            } else {
                const Node before = std::move(there);
                there = e.node;
                fill_origin(there, of_place ? std::string(assumption_source) : before.source,
                            before.known_on);
                if (of_years && is_distribution(there) && there.drawn_as.empty())
                    there.drawn_as = path;
            }
            return true;
        });
    }

    template <typename Edit>
    void edit(const Parts& parts, const Place& place, const Edit& edit) {
        const Found found = find_path(*tree_, parts);
        const std::string path = text_of(parts);
        if (found.parent == nullptr)
            return diagnostics_->error(place, path,
                                       diagnostics_->is_full() ? "" : not_there(parts, place));
        if (!found.years) {
            (void)edit(*found.node);
            return;
        }
        if (is_edited_already(parts, place, *found.years)) return;
        const std::string missing =
            edit_years(*found.parent, *found.years, text_of(parent_of(parts)), edit);
        if (!missing.empty())
            diagnostics_->error(place, path, "no entry covers " + missing + ". Use add");
    }

    // A file, unlike the command line, may also add keys to a block that is there.
    std::string not_there(const Parts& parts, const Place& place) {
        const std::string text = no_such_path(*tree_, parts);
        Parts above = parent_of(parts);
        while (!above.empty() && find_path(*tree_, above).node == nullptr) above.pop_back();
        const bool may_add = place.line > 0 && !above.empty() &&
                             is_block(*find_path(*tree_, above).node) &&
                             text.find("did you mean") == std::string::npos;
        return text + (may_add ? ". For a key that is not there yet use add" : "");
    }

    // One section changes a year of a value once.
    bool is_edited_already(const Parts& parts, const Place& place, const YearSpan& years) {
        const std::string path = text_of(parts);
        std::vector<EditedYears>& of_value = edited_years_[text_of(parent_of(parts))];
        for (const EditedYears& e : of_value) {
            if (!e.years.overlaps(years)) continue;
            diagnostics_->error(place, path,
                                "has years that '" + e.years.text() + "' already changes (" +
                                    e.place.text() + "). Give each year once");
            return true;
        }
        of_value.push_back({place, path, years});
        return false;
    }

    struct EditedYears {
        Place place;
        std::string path;
        YearSpan years;
    };

    Node* tree_;
    Diagnostics* diagnostics_;
    std::map<std::string, std::vector<EditedYears>> edited_years_;  // by the path of the value
};

bool is_section(const Node& section, const char* form, Diagnostics& diagnostics) {
    if (section.is_map()) return true;
    diagnostics.error(section.place, "", form);
    return false;
}

std::size_t node_count(const Node& node) {
    std::size_t count = 1;
    for (const Node& item : node.items) count += node_count(item);
    for (const Entry& e : node.entries) count += node_count(e.node);
    return count;
}

std::size_t widest_map(const Node& node) {
    std::size_t widest = node.entries.size();
    for (const Entry& e : node.entries) widest = std::max(widest, widest_map(e.node));
    return widest;
}

// Each path is looked for key by key.
bool is_bounded(const Node& tree, const Node& section, Diagnostics& diagnostics) {
    constexpr std::size_t most_steps = 500'000'000;  // seconds
    const std::size_t width = std::max(widest_map(tree), widest_map(section));
    if (node_count(section) * width <= most_steps) return true;
    diagnostics.error(section.place, "",
                      "too many paths for maps of up to " + std::to_string(width) +
                          " keys. Write the values into the base");
    return false;
}

}  // namespace

void apply_change(Node& tree, const Node& section, Diagnostics& diagnostics) {
    if (is_section(section, "change needs a map of paths and new values", diagnostics) &&
        is_bounded(tree, section, diagnostics))
        Overlay(tree, diagnostics).change_all(section);
}

void apply_replace(Node& tree, const Node& section, Diagnostics& diagnostics) {
    if (!is_section(section, "replace needs a map of paths and new subtrees", diagnostics) ||
        !is_bounded(tree, section, diagnostics))
        return;
    for (const Entry& e : section.entries) Overlay(tree, diagnostics).replace(e);
}

void apply_remove(Node& tree, const Node& section, Diagnostics& diagnostics) {
    if (!is_bounded(tree, section, diagnostics)) return;
    Overlay overlay(tree, diagnostics);
    for (const Node& item : section.items) {
        if (item.is_scalar())
            overlay.remove(item.text, item.place);
        else
            diagnostics.error(item.place, "", "remove needs a list of paths");
    }
    for (const Entry& e : section.entries) {
        if (e.node.is_empty())
            overlay.remove(e.key, e.place);
        else
            diagnostics.error(
                e.place, e.key,
                "a removed path has no value. Write it in a list: remove: [" + e.key + "]");
    }
    if (section.is_scalar()) overlay.remove(section.text, section.place);
}

void apply_add(Node& tree, const Node& section, Diagnostics& diagnostics) {
    if (is_section(section, "add needs a map of new keys", diagnostics) &&
        is_bounded(tree, section, diagnostics))
        Overlay(tree, diagnostics).add(tree, section, "");
}

}  // namespace zhaimao
