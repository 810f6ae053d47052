#include "engine/population/synthesis_draws.h"

#include <array>
#include <string_view>

#include "engine/core/random/draws.h"

namespace zhaimao {
namespace {

// Synthesis happens before the first year.
constexpr int no_year = 0;

constexpr std::array<std::string_view, 6> names{"synthesis/composition", "synthesis/income",
                                                "synthesis/unmet",       "synthesis/students",
                                                "synthesis/transitory",  "synthesis/measurement"};

}  // namespace

WordKey SynthesisDraws::key(SynthesisPurpose purpose) const {
    return {area_, year_and_purpose(no_year, Purpose(names[static_cast<std::size_t>(purpose)])),
            static_cast<std::uint32_t>(seed_), static_cast<std::uint32_t>(seed_ >> 32)};
}

}  // namespace zhaimao
