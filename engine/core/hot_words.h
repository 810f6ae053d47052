// Random words of any list of households, compiled once per instruction set with the same bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/isa.h"
#include "engine/core/random/draws.h"

namespace zhaimao {

struct WordsPass {
    const std::uint32_t* serials = nullptr;
    std::size_t households = 0;
    std::uint32_t area = 0, replicate = 0, year_purpose = 0, key0 = 0, key1 = 0;
    std::uint64_t* words = nullptr;  // out: word 0 in the upper half, word 1 in the lower
};

using WordsKernel = void (*)(const WordsPass&);

// The kernel compiled for an instruction set; the caller answers for the machine having it.
[[nodiscard]] WordsKernel words_kernel(Isa isa);

// The first two of Draws::words of each household, word 0 in the upper half.
[[nodiscard]] std::vector<std::uint64_t> words_of(const Draws& draws, WordsKernel kernel,
                                                  std::span<const std::uint32_t> households,
                                                  std::uint32_t area, int year, Purpose purpose);

// The number in (0, 1) that Draws::uniform makes of two words.
[[nodiscard]] constexpr double unit_uniform(std::uint64_t words) {
    return unit_uniform(static_cast<std::uint32_t>(words >> 32), static_cast<std::uint32_t>(words));
}

}  // namespace zhaimao
