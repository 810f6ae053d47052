#include "engine/exit/rules/incidence.h"

namespace zhaimao {

IncidenceRule IncidenceRule::read(Block& block) {
    const auto under = block.maybe_number(
        {"under", unit::number, share_range, "incidence must be strictly under this"});
    const auto at_most = block.maybe_number(
        {"at_most", unit::number, share_range, "incidence must not be above this"});
    if (under.has_value() == at_most.has_value())
        block.error("", "say either `under` or `at_most`");
    return under ? IncidenceRule{*under, Side::under}
                 : IncidenceRule{at_most.value_or(0.0), Side::at_most};
}

bool IncidenceRule::holds(std::int64_t poor, std::int64_t rural) const {
    const double incidence = static_cast<double>(poor) / static_cast<double>(rural);
    return side == Side::under ? incidence < threshold : incidence <= threshold;
}

}  // namespace zhaimao
