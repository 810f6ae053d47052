// The instruction sets that the dense pass is compiled for, and which of them this machine can run.
//
// Levels of the x86-64 psABI: v3 has AVX2, v4 has AVX-512 (F, BW, CD, DQ, VL). Results have the
// same bits at every level; only speed differs.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace zhaimao {

enum class Isa { baseline, v3, v4 };

inline constexpr std::array all_isas{Isa::baseline, Isa::v3, Isa::v4};

[[nodiscard]] std::string_view name(Isa isa);  // "baseline", "v3", "v4"

[[nodiscard]] std::optional<Isa> parse_isa(std::string_view text);

// All features of the level are in the processor and enabled by the operating system.
[[nodiscard]] bool is_supported(Isa isa);

// The highest level supported here.
[[nodiscard]] Isa best_isa();

// Of one thing compiled for each level, that of `isa`.
template <class T>
[[nodiscard]] constexpr T of_level(Isa isa, T baseline, T v3, T v4) {
    return isa == Isa::v4 ? v4 : (isa == Isa::v3 ? v3 : baseline);
}

}  // namespace zhaimao
