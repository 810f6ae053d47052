// How long spells last, on the register and off it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace zhaimao {

// People by years of a spell; the last one holds longer spells too.
inline constexpr std::size_t spell_count = 10;
using SpellCount = std::array<std::int64_t, spell_count>;

constexpr std::size_t spell_of(int years) {
    const auto last = static_cast<int>(spell_count) - 1;
    return static_cast<std::size_t>(years < 0 ? 0 : years > last ? last : years);
}

}  // namespace zhaimao
