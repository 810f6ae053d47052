// What stands in every YAML file beside its keys: the version of the format, and a title.
#pragma once

#include <optional>
#include <string_view>

#include "engine/core/config/block.h"
#include "engine/core/config/node.h"
#include "engine/core/diagnostics.h"

namespace zhaimao {

// Takes an entry out of a map.
[[nodiscard]] std::optional<Entry> take_entry(Node& map, std::string_view key);

// `zhaimao: 1`; `start` is where the file begins.
void check_version(const std::optional<Entry>& version, const Place& start,
                   Diagnostics& diagnostics);

// {en: ..., zh: ...} or one text; nullopt: neither, and reported.
[[nodiscard]] std::optional<Label> read_title(const Node& title, Diagnostics& diagnostics);

}  // namespace zhaimao
