// What a file of households says itself: its rates are neither asked for nor drawn.
#pragma once

#include <array>

#include "engine/population/household.h"

namespace zhaimao {

struct AttributesInFile {
    bool sizes = false, workers = false, cause = false, village = false, sources = false;
    std::array<bool, stage_count> students{};
    std::array<bool, guarantee_count> unmet{};
};

}  // namespace zhaimao
