// Neighbouring keys of a map that hold the same, all the way down: "illness, land, water".
#pragma once

#include <span>
#include <vector>

#include "engine/core/config/outline.h"

namespace zhaimao {

// All keys of the map, in their order.
[[nodiscard]] std::vector<std::span<const Outline>> key_groups(const Outline& map);

}  // namespace zhaimao
