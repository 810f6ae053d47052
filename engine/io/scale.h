// `{times: 0.5}` and `{plus: 1000 people}` in a change: every number below is scaled, values by
// year and distributions included. Decimals are scaled exactly: 1.1 times 9.61 % is 10.571 %.
//
//   times k   every parameter of a distribution, of a lognormal the median only, of a beta low and
//             high; k above 0 there
//   plus d    every parameter, of a normal the mean only, of a beta low and high; refused for a
//             lognormal
#pragma once

#include <string>

#include "engine/core/config/node.h"
#include "engine/core/diagnostics.h"

namespace zhaimao {

// A map with the one key `times` or `plus`.
[[nodiscard]] bool is_scaling(const Node& node);

// Scaled values take the place of the scaling, its source or else `assumption`, and keep their
// known_on. A map of keys is scaled only where every number in it has a unit: a bare 2016 may be a
// year.
void scale(Node& target, const Node& scaling, const std::string& path, Diagnostics& diagnostics);

}  // namespace zhaimao
