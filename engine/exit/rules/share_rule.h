// A share of people held against a threshold: strictly under it, or not above it.
//
// Decided by the correctly rounded quotient of two integers, not by `part < threshold * whole`: the
// product form delisted 15,606 of 80,000 counties that stood exactly at 2, 3, 5 or 7 %, the
// quotient none (law 9). A share of nobody is zero. Model, section 3 D.
#pragma once

#include <cstdint>

#include "engine/core/config/block.h"

namespace zhaimao {

struct ShareRule {
    enum class Side { under, at_most };

    double threshold = 0.0;  // from config, no default
    Side side = Side::under;

    [[nodiscard]] bool holds(std::int64_t part, std::int64_t whole) const;

    friend bool operator==(const ShareRule&, const ShareRule&) = default;
};

// `{under: 3 %}` or `{at_most: 2 %}`.
[[nodiscard]] ShareRule read_share_rule(Block& block);

}  // namespace zhaimao
