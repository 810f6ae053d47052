#include "engine/exit/rules/share_rule.h"

namespace zhaimao {

ShareRule read_share_rule(Block& block) {
    const auto under = block.maybe_number(
        {"under", unit::number, share_range, "the share must be strictly under this"});
    const auto at_most = block.maybe_number(
        {"at_most", unit::number, share_range, "the share must not be above this"});
    if (under.has_value() == at_most.has_value())
        block.error("", "say either `under` or `at_most`");
    return under ? ShareRule{*under, ShareRule::Side::under}
                 : ShareRule{at_most.value_or(0.0), ShareRule::Side::at_most};
}

bool ShareRule::holds(std::int64_t part, std::int64_t whole) const {
    const double share = whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
    return side == Side::under ? share < threshold : share <= threshold;
}

}  // namespace zhaimao
