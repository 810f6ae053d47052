// Exit of registered villages: incidence under a threshold and, where asked, collective income.
// Model, section 3 D.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/exit/rules/share_rule.h"

namespace zhaimao {

struct VillageExit {
    ShareRule incidence;                     // of the village's registered people
    std::int64_t collective_income_fen = 0;  // least income of its own in the year

    static VillageExit read(Block block);

    friend bool operator==(const VillageExit&, const VillageExit&) = default;
};

// What a county's villages add up to; the registered ones stand first.
struct Villages {
    std::vector<std::int32_t> people;
    std::vector<std::int16_t> left_in;  // of the registered ones: year of exit, 0 not yet
    std::int64_t exited = 0;            // of them, so far

    // `poor` and `own_income_fen` by village.
    void advance(const VillageExit& rule, const std::vector<std::int32_t>& poor,
                 const std::vector<std::int64_t>& own_income_fen, int year);
};

}  // namespace zhaimao
