// YAML to config tree: one file or text, each key and value with its file, line and column.
//
// A strict part of YAML: maps, lists and scalars. Anchors, aliases, merge keys and tags, duplicate
// keys, several documents, unterminated quotes, nesting beyond 64 and more than 500,000 values are
// refused with a message. Nothing is interpreted yet: see tree.h for sources, long forms and dotted
// keys.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "engine/core/config/node.h"
#include "engine/core/diagnostics.h"

namespace zhaimao {

inline constexpr std::size_t largest_yaml = std::size_t{8} << 20;  // bytes: two seconds of parsing

// nullopt: refused, and reported. `name` stands in messages in place of a file's.
[[nodiscard]] std::optional<Node> load_yaml_text(std::string text, const std::string& name,
                                                 Diagnostics& diagnostics);

}  // namespace zhaimao
