// From what YAML says to the tree that the engine reads. Done to each file, before files are
// joined:
//
//   {value: V, unit: U, source: S, known_on: D}   becomes V; U is added to bare numbers in it
//   source:, known_on:                            go to every value below, a nearer one wins
//   a.b.c: V                                      becomes a: {b: {c: V}}
//
// `drawn_as` in a long form names the path whose draw a distribution shares (see year splits in
// overlay.h).
#pragma once

#include <optional>
#include <string>

#include "engine/core/config/node.h"
#include "engine/core/diagnostics.h"

namespace zhaimao {

// Which dotted keys become nested maps; `below` leaves those of the outermost map, which name
// paths.
enum class Dotted { all, below, none };

void settle(Node& node, Dotted dotted, Diagnostics& diagnostics);

// Puts the entries of `from` into `into`. Maps of both are joined; any other path set by both is a
// mistake.
void join(Node& into, Node from, const std::string& path, Diagnostics& diagnostics);

// Whether a map holds keys, rather than standing for one value (a distribution, values by year).
[[nodiscard]] bool is_block(const Node& node);

// Equal kinds, keys, texts, order, sources and draws; places may differ.
[[nodiscard]] bool same_tree(const Node& a, const Node& b);

// A tree from text alone, settled: for tests and small tools. No `zhaimao: 1` is asked for.
[[nodiscard]] std::optional<Node> tree_from_text(std::string text, const std::string& name,
                                                 Diagnostics& diagnostics);

}  // namespace zhaimao
