// In which values two resolved trees differ.
//
// A number, a word, a distribution or a list is one value: "0.54" equals "54 %". Values by year are
// compared year by year, however their entries are split. A subtree on one side only is one
// difference.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/config/node.h"

namespace zhaimao {

struct Difference {
    struct Side {
        std::string text;  // short; empty for a subtree of keys
        Place place;
        std::string source;
    };

    std::string path;
    std::optional<Side> before, after;  // nullopt: absent there
    std::size_t values = 1;             // below the path, on the side that has more
};

// In the order of `before`, what only `after` has behind its neighbours.
[[nodiscard]] std::vector<Difference> differences(const Node& before, const Node& after);

}  // namespace zhaimao
