#include "engine/population/synthesis_draws.h"

#include "engine/core/random/draws.h"
#include "engine/core/random/philox.h"

namespace zhaimao {
namespace {

// Synthesis happens before the first year and in no replicate.
constexpr int no_year = 0;
constexpr std::uint32_t no_replicate = 0;

constexpr std::array<std::string_view, 6> names{"synthesis/composition", "synthesis/income",
                                                "synthesis/unmet",       "synthesis/students",
                                                "synthesis/transitory",  "synthesis/measurement"};

}  // namespace

void SynthesisDraws::fill(WordBlock& block, std::uint32_t first, SynthesisPurpose purpose) const {
    const std::uint32_t year_purpose =
        year_and_purpose(no_year, Purpose(names[static_cast<std::size_t>(purpose)]));
    philox_block(first, WordBlock::size, area_, no_replicate, year_purpose,
                 static_cast<std::uint32_t>(seed_), static_cast<std::uint32_t>(seed_ >> 32),
                 block.w[0].data(), block.w[1].data(), block.w[2].data(), block.w[3].data());
}

}  // namespace zhaimao
