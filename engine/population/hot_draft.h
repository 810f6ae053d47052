// The dense part of a draft: words, sizes, luck, incomes and guarantees of one block of households.
// draft.h has the model.
//
// Compiled once per instruction set with the same bits; raw pointers only.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/core/isa.h"
#include "engine/population/lorenz/shape_grid.h"

namespace zhaimao {

// The four words of consecutive households.
struct WordBlock {
    static constexpr std::uint32_t size = 256;
    std::uint32_t w[4][size];
};

// What fixes the words of a block: the draws of one purpose in one area.
struct WordKey {
    std::uint32_t area = 0, year_purpose = 0, key0 = 0, key1 = 0;
};

struct SizeKernel {
    WordKey composition;
    const float* upper_ends = nullptr;  // of the shares of 1, 2, ... people, added up; not the last
    std::size_t ends = 0;
    std::uint8_t* size = nullptr;  // column of the county, written from row `first` on
};

struct DraftKernel {
    static constexpr std::size_t max_basis_years = 4;
    static constexpr std::size_t guarantees = 5;

    WordKey income, unmet, transitory, measurement;
    float permanent_sd = 0.0F, transitory_sd = 0.0F, market_lowest = 0.0F, market_slope = 0.0F;
    float measurement_sd = 0.0F, measurement_persistence = 0.0F, measurement_innovation = 0.0F;
    std::size_t basis_years = 1;
    const float* shape = nullptr;  // a table over ShapeGrid; none: the log-normal
    float unmet_poor[guarantees] = {}, unmet_others[guarantees] = {};

    // Columns of the county, written from row `first` on.
    float *rank = nullptr, *deviation = nullptr, *score = nullptr, *observed = nullptr,
          *observed_before = nullptr, *log_error = nullptr;
    std::uint8_t *unmet_if_poor = nullptr, *unmet_if_not = nullptr;
};

struct DraftKernels {
    // Words of households first .. first + WordBlock::size - 1.
    void (*fill)(WordBlock& block, std::uint32_t first, const WordKey& key);
    // Sizes of households first .. first + WordBlock::size - 1; returns the sum.
    std::uint32_t (*sizes)(const SizeKernel& kernel, std::size_t first);
    // Households first .. first + n - 1; n is at most WordBlock::size.
    void (*draft)(const DraftKernel& kernel, std::size_t first, std::size_t n);
};

[[nodiscard]] DraftKernels draft_kernels(Isa isa);

}  // namespace zhaimao
