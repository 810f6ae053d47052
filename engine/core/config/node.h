// The configuration tree: what a user wrote, each value with its place and its source.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/config/shared_text.h"
#include "engine/core/place.h"
#include "engine/core/units.h"

namespace zhaimao {

struct Node;

struct Entry;

struct Node {
    enum class Kind { scalar, list, map };

    Kind kind = Kind::scalar;
    Place place;
    std::string text;            // of a scalar
    bool quoted = false;         // a scalar in quotes is text, never a number
    std::vector<Node> items;     // of a list
    std::vector<Entry> entries;  // of a map, in the order written
    SharedText source;           // where the value comes from: written here or inherited from above
    SharedText known_on;         // ISO date, written here or inherited; empty: not said
    std::string drawn_as;        // path that keys the draw of a distribution; empty: its own path
    bool doubtful = false;       // a mistake around it is reported: its value is not to be judged

    // The text of an unquoted scalar as a number, where it is one: filled by set_text when the tree
    // is made, so that reading it per replicate parses nothing, and threads may read it together.
    std::optional<Quantity> quantity;

    [[nodiscard]] const Node* find(std::string_view key) const;
    [[nodiscard]] Node* find(std::string_view key);

    [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }
    [[nodiscard]] bool is_list() const { return kind == Kind::list; }
    [[nodiscard]] bool is_map() const { return kind == Kind::map; }
    // A key without value.
    [[nodiscard]] bool is_empty() const { return is_scalar() && text.empty() && !quoted; }

    void set_text(std::string new_text, bool in_quotes = false);
};

struct Entry {
    std::string key;
    Place place;  // of the key
    Node node;
};

// The node in one line, as YAML in flow style would have it: "{normal: [9.61 %, 3 %]}"; long ones
// are cut.
[[nodiscard]] std::string short_text(const Node& node);

// The keys of a map, for suggestions.
[[nodiscard]] std::vector<std::string> keys_of(const Node& map);

}  // namespace zhaimao
