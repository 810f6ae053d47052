// What a scenario does to the tree it stands on. Paths may be dotted or nested, or both.
//
//   change    the path must exist and hold a value. The new value's source is what it says, or else
//             `assumption`, but for `ensemble`: how many futures are drawn is no guess about the
//             place; its known_on what it says, or else that of the old value. {times:}, {plus:}:
//             scale.h
//   replace   the path must exist; whatever stands there, a whole subtree too, is exchanged
//   remove    a list of paths that must exist
//   add       the path must not exist; maps on the way to it may
//
// A year path (capacity.2017, capacity.2018..2020, capacity.2019+) names the entries that cover
// those years: an entry that covers others too is split, and both parts of a distribution keep the
// draw of the whole.
#pragma once

#include "engine/core/config/node.h"
#include "engine/core/diagnostics.h"

namespace zhaimao {

// Sections as settled from a file: change and remove with Dotted::none, replace with Dotted::below,
// add with all.
void apply_change(Node& tree, const Node& section, Diagnostics& diagnostics);
void apply_replace(Node& tree, const Node& section, Diagnostics& diagnostics);
void apply_remove(Node& tree, const Node& section, Diagnostics& diagnostics);
void apply_add(Node& tree, const Node& section, Diagnostics& diagnostics);

}  // namespace zhaimao
