// How many futures a scenario asks for, and from which seed.
#pragma once

#include <cstdint>

#include "engine/core/config/block.h"

namespace zhaimao {

struct EnsembleSize {
    int replicates = 0;
    std::uint64_t seed = 0;
};

[[nodiscard]] EnsembleSize read_ensemble_size(Block& root);

}  // namespace zhaimao
