// The draws of synthesis: keyed by household and purpose, the same in every replicate.
#pragma once

#include <cstdint>

#include "engine/population/hot_attributes.h"
#include "engine/population/hot_draft.h"

namespace zhaimao {

enum class SynthesisPurpose : std::uint8_t {
    composition,
    income,
    unmet,
    students,
    transitory,
    measurement
};

class SynthesisDraws {
   public:
    SynthesisDraws(std::uint64_t seed, std::uint32_t area, Isa isa)
        : seed_(seed),
          area_(area),
          kernels_(draft_kernels(isa)),
          attributes_(attribute_kernel(isa)) {}

    [[nodiscard]] WordKey key(SynthesisPurpose purpose) const;
    // Words of households first .. first + WordBlock::size - 1.
    void fill(WordBlock& block, std::uint32_t first, SynthesisPurpose purpose) const {
        kernels_.fill(block, first, key(purpose));
    }
    // Sizes of the same; returns the sum.
    [[nodiscard]] std::uint32_t sizes(const SizeKernel& kernel, std::size_t first) const {
        return kernels_.sizes(kernel, first);
    }
    void draft(const DraftKernel& kernel, std::size_t first, std::size_t n) const {
        kernels_.draft(kernel, first, n);
    }
    void attributes(const AttributeKernel& kernel, std::size_t first, std::size_t n) const {
        attributes_(kernel, first, n);
    }

   private:
    std::uint64_t seed_;
    std::uint32_t area_;
    DraftKernels kernels_;
    DrawAttributes attributes_;
};

}  // namespace zhaimao
