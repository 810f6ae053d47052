// Exit rule `approval` (群众认可度): the share of the people asked who approve is at least so much.
// Nothing in the model makes it: it is drawn for each county and year about an expected value, an
// assumption that the configuration states. Model, section 3 D.
#pragma once

#include "engine/core/config/block.h"
#include "engine/core/random/draws.h"
#include "engine/exit/facts.h"

namespace zhaimao {

struct ApprovalRule {
    static constexpr std::string_view name = "approval";

    double at_least = 0.0;  // shares
    double expected = 0.0;
    double sd = 0.0;

    static ApprovalRule read(Block& block);
    // In [0, 1]; keyed by county and year.
    [[nodiscard]] double draw(const Draws& draws, std::uint32_t area, int year) const;
    [[nodiscard]] bool holds(const CountyFacts& facts) const { return facts.approval >= at_least; }

    friend bool operator==(const ApprovalRule&, const ApprovalRule&) = default;
};

}  // namespace zhaimao
