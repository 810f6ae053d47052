// Finding a dotted path in a tree, with the closest existing one for a mistyped path.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/config/node.h"
#include "engine/core/config/year_map.h"

namespace zhaimao {

struct Found {
    Node* parent = nullptr;  // the map that holds the last part; nullptr: no such path
    Node* node = nullptr;    // nullptr: a year path, whose entries are years_of(parent)
    std::optional<YearSpan> years;
};

[[nodiscard]] Found find_path(Node& tree, const std::vector<std::string>& parts);

// "no such path; did you mean 'a.b.c'?"
[[nodiscard]] std::string no_such_path(const Node& tree, const std::vector<std::string>& parts);

// Splits the entries of a year map at both ends of `years`, so that each lies inside or outside,
// and lets `edit` change those inside; those for which it returns false are removed. The parts of a
// split distribution keep the draw of the whole. Returns the years that no entry covers, empty
// where all are.
std::string edit_years(Node& year_map, const YearSpan& years, const std::string& path,
                       const std::function<bool(Node&)>& edit);

}  // namespace zhaimao
