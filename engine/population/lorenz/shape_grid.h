// The grid of an income shape's table: equal steps of the normal score. For the dense draft too, so
// constants only.
#pragma once

#include <cstddef>

namespace zhaimao {

struct ShapeGrid {
    static constexpr std::size_t cells = 4096;
    static constexpr float end = 5.3F;  // beyond every score of a household: |z| <= 5.29
    static constexpr float cells_per_unit = static_cast<float>(cells) / (2.0F * end);
};

}  // namespace zhaimao
