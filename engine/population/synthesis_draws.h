// The draws of synthesis: keyed by household and purpose, the same in every replicate.
#pragma once

#include <array>
#include <cstdint>

namespace zhaimao {

enum class SynthesisPurpose : std::uint8_t {
    composition,
    income,
    unmet,
    students,
    transitory,
    measurement
};

// The four words of consecutive households.
struct WordBlock {
    static constexpr std::uint32_t size = 1024;
    std::array<std::array<std::uint32_t, size>, 4> w;
};

class SynthesisDraws {
   public:
    SynthesisDraws(std::uint64_t seed, std::uint32_t area) : seed_(seed), area_(area) {}

    // Words of households first .. first + WordBlock::size - 1.
    void fill(WordBlock& block, std::uint32_t first, SynthesisPurpose purpose) const;

   private:
    std::uint64_t seed_;
    std::uint32_t area_;
};

}  // namespace zhaimao
