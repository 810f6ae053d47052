#include "engine/exit/village_exit.h"

#include <cmath>

namespace zhaimao {

VillageExit VillageExit::read(Block block) {
    VillageExit v;
    Block incidence = block.block("incidence", "poverty incidence of the village");
    v.incidence = read_share_rule(incidence);
    v.collective_income_fen = std::llround(
        100.0 * block.number({"collective_income", unit::yuan_per_village_year, amount_range,
                              "least income of the village's own; absent: not asked"},
                             0.0));
    return v;
}

void Villages::advance(const VillageExit& rule, const std::vector<std::int32_t>& poor,
                       const std::vector<std::int64_t>& own_income_fen, int year) {
    for (std::size_t v = 0; v < left_in.size(); ++v) {
        if (left_in[v] != 0 || own_income_fen[v] < rule.collective_income_fen ||
            !rule.incidence.holds(poor[v], people[v]))
            continue;
        left_in[v] = static_cast<std::int16_t>(year);
        ++exited;
    }
}

}  // namespace zhaimao
