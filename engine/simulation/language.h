// The outline of the whole configuration language: every key that a scenario may hold.
#pragma once

#include "engine/core/config/outline.h"

namespace zhaimao {

// Found by running the readers of a scenario (probe.h). What a file holds besides, outside the tree
// (zhaimao, title, include, extends and its sections), is no part of it.
[[nodiscard]] Outline scenario_outline();

}  // namespace zhaimao
