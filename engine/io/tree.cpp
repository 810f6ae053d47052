#include "engine/io/tree.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "engine/core/config/date.h"
#include "engine/core/config/distribution.h"
#include "engine/core/config/entry_index.h"
#include "engine/core/config/path.h"
#include "engine/core/config/year_map.h"
#include "engine/core/quantity_text.h"
#include "engine/core/suggest.h"
#include "engine/io/yaml_loader.h"

namespace zhaimao {
namespace {

// Words that mean something of their own when a file is loaded.
bool is_reserved(const std::string& key) {
    return key == "table" || key == "<<";
}

struct Origin {
    SharedText source;
    SharedText known_on;
};

Node map_of(Entry entry) {
    Node map;
    map.kind = Node::Kind::map;
    map.place = entry.place;
    map.source = entry.node.source;
    map.known_on = entry.node.known_on;
    map.entries.push_back(std::move(entry));
    return map;
}

// Joins entries into a tree, any number of them in as many steps: what it has met in a large map it
// finds again through an index, kept under the map's keys from the outermost on.
class Joiner {
   public:
    explicit Joiner(Diagnostics& diagnostics) : diagnostics_(&diagnostics) {}

    void join(Node& into, Node from, const std::string& path, const std::string& id) {
        if (into.source != from.source) into.source.clear();  // what is below holds its own
        if (into.known_on != from.known_on) into.known_on.clear();
        for (Entry& entry : from.entries) {
            const auto at = find(into.entries, entry.key, id);
            if (!at) {
                into.entries.push_back(std::move(entry));
                continue;
            }
            Entry& there = into.entries[*at];
            const std::string entry_path = join_path(path, entry.key);
            if (there.node.is_map() && entry.node.is_map() && !is_distribution(there.node))
                join(there.node, std::move(entry.node), entry_path,
                     id + std::to_string(entry.key.size()) + ":" + entry.key);
            else
                diagnostics_->error(
                    entry.place, entry_path,
                    "is set twice (also at " + there.place.text() + "). Remove one");
        }
    }

   private:
    std::optional<std::size_t> find(const std::vector<Entry>& entries, const std::string& key,
                                    const std::string& id) {
        constexpr std::size_t many = 16;  // so many are worth an index
        if (entries.size() < many) return position_of(entries, key);
        return indices_[id].find(entries, key);
    }

    Diagnostics* diagnostics_;
    std::unordered_map<std::string, EntryIndex> indices_;
};

constexpr std::string_view source_key = "source", known_on_key = "known_on", value_key = "value";

bool says_origin(const Entry& e) {
    return e.key == source_key || e.key == known_on_key;
}

bool says_origin_or_value(const Entry& e) {
    return says_origin(e) || e.key == value_key;
}

class Settler {
   public:
    Settler(Dotted dotted, Diagnostics& diagnostics)
        : dotted_(dotted), diagnostics_(&diagnostics) {}

    void settle(Node& node, const Origin& above, bool outermost) {
        if (dotted_ == Dotted::all || (dotted_ == Dotted::below && !outermost)) expand_dotted(node);
        if (std::none_of(node.entries.begin(), node.entries.end(), says_origin_or_value))
            return settle_below(node, above);
        Origin origin = above;
        take_origin(node, origin);
        if (node.find(value_key) != nullptr) unwrap(node, origin);
        settle_below(node, origin);
    }

   private:
    void settle_below(Node& node, const Origin& origin) {
        inherit(node, origin);
        const std::size_t length = path_.size();
        for (std::size_t i = 0; i < node.items.size(); ++i) {
            (path_ += length == 0 ? "" : ".") += std::to_string(i + 1);
            settle(node.items[i], origin, false);
            path_.resize(length);
        }
        for (Entry& e : node.entries) {
            if (e.node.is_scalar()) {
                inherit(e.node, origin);
                continue;
            }
            (path_ += length == 0 ? "" : ".") += e.key;
            settle(e.node, origin, false);
            path_.resize(length);
        }
    }

    static void inherit(Node& node, const Origin& origin) {
        node.source = origin.source;
        node.known_on = origin.known_on;
    }

    void error(const Node& at, const std::string& path, std::string message) {
        diagnostics_->error(at.place, path, std::move(message));
    }

    void take_origin(Node& map, Origin& origin) {
        std::erase_if(map.entries, [&](const Entry& e) {
            if (!says_origin(e)) return false;
            const Node& said = e.node;
            const std::string said_path = join_path(path_, e.key);
            if (!said.is_scalar() || said.text.empty())
                error(said, said_path, "must be a text");
            else if (e.key == source_key)
                origin.source = said.text;
            else if (!is_iso_date(said.text))
                refuse_date(said, said_path, origin);
            else
                origin.known_on = said.text;
            return true;
        });
    }

    // Counts as known early: its mistake is reported, and nothing else is to be said of it.
    void refuse_date(const Node& said, const std::string& path, Origin& origin) {
        error(said, path, "'" + said.text + "' is not a date. Write it as 2016-01-31");
        origin.known_on = "0001-01-01";
    }

    static void doubt(Node& node) {
        node.doubtful = true;
        for (Node& item : node.items) doubt(item);
        for (Entry& e : node.entries) doubt(e.node);
    }

    // The value takes its own place; a nearer long form inside (values by year) settles itself
    // afterwards.
    void unwrap(Node& node, Origin& origin) {
        constexpr std::array<std::string_view, 5> keys{"value", "unit", "source", "known_on",
                                                       "drawn_as"};
        bool mistaken = false;
        for (const Entry& e : node.entries) {
            if (std::find(keys.begin(), keys.end(), e.key) != keys.end()) continue;
            mistaken = true;
            diagnostics_->error(e.place, join_path(path_, e.key),
                                "unknown key beside 'value'" + did_you_mean(e.key, keys));
        }
        const auto text_of = [&](std::string_view key) {
            const Node* said = node.find(key);
            return said != nullptr && said->is_scalar() ? said->text : std::string();
        };
        const std::string unit = text_of("unit"), drawn_as = text_of("drawn_as");
        if (!unit.empty() && !check_unit(*node.find("unit"))) mistaken = true;
        Node value = std::move(*node.find(value_key));
        node = std::move(value);
        if (node.is_map() && dotted_ != Dotted::none) expand_dotted(node);
        if (node.is_map()) take_origin(node, origin);
        if (!unit.empty()) add_unit(node, unit);
        if (!drawn_as.empty() && !is_distribution(node))
            error(node, path_, "drawn_as is for distributions only");
        node.drawn_as = drawn_as;
        if (mistaken) doubt(node);
    }

    bool check_unit(const Node& unit) {
        std::string problem;
        (void)read_unit(unit.text, problem);
        if (!problem.empty()) error(unit, join_path(path_, "unit"), problem);
        return problem.empty();
    }

    // The last parameters of some distributions are plain numbers, whatever the unit of the first.
    static void add_unit(Node& node, const std::string& unit) {
        if (node.is_scalar() && node.quantity && node.quantity->bare)
            node.set_text(node.text + " " + unit);
        for (Node& item : node.items) add_unit(item, unit);
        for (Entry& e : node.entries) {
            const std::size_t count = std::min(parameters_with_unit(e.key), e.node.items.size());
            if (is_distribution(node))
                for (std::size_t i = 0; i < count; ++i) add_unit(e.node.items[i], unit);
            else if (e.key != "source" && e.key != "known_on" && e.key != "unit")
                add_unit(e.node, unit);
        }
    }

    void expand_dotted(Node& map) {
        const auto is_dotted = [](const Entry& e) {
            return e.key.find('.') != std::string::npos && split_path(e.key).size() > 1;
        };
        if (std::none_of(map.entries.begin(), map.entries.end(), is_dotted)) return;
        std::vector<Entry> entries = std::exchange(map.entries, {});
        Joiner joiner(*diagnostics_);
        for (Entry& entry : entries) {
            std::vector<std::string> parts = split_path(entry.key);
            if (std::any_of(parts.begin(), parts.end(),
                            [](const std::string& p) { return p.empty(); })) {
                diagnostics_->error(entry.place, join_path(path_, entry.key),
                                    "is not a path (a part of it is empty)");
                continue;
            }
            if (const auto odd = std::find_if(parts.begin(), parts.end(), is_reserved);
                odd != parts.end()) {
                diagnostics_->error(entry.place, join_path(path_, entry.key),
                                    "'" + *odd + "' is a reserved word (no key can be called so)");
                continue;
            }
            Node nested = std::move(entry.node);
            for (; !parts.empty(); parts.pop_back())
                nested = map_of({parts.back(), entry.place, std::move(nested)});
            joiner.join(map, std::move(nested), path_, "");
        }
    }

    Dotted dotted_;
    Diagnostics* diagnostics_;
    std::string path_;  // of the node being settled
};

}  // namespace

void settle(Node& node, Dotted dotted, Diagnostics& diagnostics) {
    Settler(dotted, diagnostics).settle(node, {}, true);
}

void join(Node& into, Node from, const std::string& path, Diagnostics& diagnostics) {
    Joiner(diagnostics).join(into, std::move(from), path, "");
}

bool is_block(const Node& node) {
    return node.is_map() && !is_distribution(node) && !is_year_map(node);
}

bool same_tree(const Node& a, const Node& b) {
    if (a.kind != b.kind || a.text != b.text || a.drawn_as != b.drawn_as) return false;
    if (a.is_scalar() && (a.source != b.source || a.known_on != b.known_on)) return false;
    if (a.quantity.has_value() != b.quantity.has_value()) return false;
    return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same_tree) &&
           std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
                      [](const Entry& x, const Entry& y) {
                          return x.key == y.key && same_tree(x.node, y.node);
                      });
}

std::optional<Node> tree_from_text(std::string text, const std::string& name,
                                   Diagnostics& diagnostics) {
    std::optional<Node> tree = load_yaml_text(std::move(text), name, diagnostics);
    if (!tree) return std::nullopt;
    if (!tree->is_map()) {
        diagnostics.error(tree->place, "", "is not a map of keys");
        return std::nullopt;
    }
    settle(*tree, Dotted::all, diagnostics);
    return tree;
}

}  // namespace zhaimao
