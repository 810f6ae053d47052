// Exit rule `incidence`: poor people over registered rural people, strictly under or at most a
// threshold.
//
// Compares the correctly rounded quotient of two integers, not `poor < threshold * rural`: a county
// exactly at the threshold must fail `under` and pass `at_most` (law 9), and the product form gets
// that wrong. Model, section 3 D.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/core/config/block.h"

namespace zhaimao {

struct IncidenceRule {
    static constexpr std::string_view name = "incidence";
    enum class Side : std::uint8_t { under, at_most };

    double threshold = 0.0;  // share of registered rural people
    Side side = Side::under;

    static IncidenceRule read(Block& block);
    [[nodiscard]] bool holds(std::int64_t poor, std::int64_t rural) const;
};

}  // namespace zhaimao
