#include "engine/interventions/effects/top_up.h"

#include <algorithm>

namespace zhaimao {

TopUp TopUp::read(Block& block, int first_year, int last_year) {
    return {block.by_year({"to", unit::number, non_negative,
                           "share of the poverty line that income is lifted to"},
                          first_year, last_year),
            first_year};
}

void TopUp::apply(std::span<const Served> served, EffectContext& context) const {
    const auto floor =
        static_cast<float>(to[static_cast<std::size_t>(context.year - first_year)] * context.line);
    for (const Served& s : served)
        context.cases.floor[s.case_index] = std::max(context.cases.floor[s.case_index], floor);
}

}  // namespace zhaimao
