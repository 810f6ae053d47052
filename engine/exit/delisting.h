// Delisting of counties: all rules of the county's designation hold, long enough, not too early.
// Model, section 3 D.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/exit/rules/incidence.h"
#include "engine/population/area.h"

namespace zhaimao {

// What rules look at: a county at 31 December.
struct CountyFacts {
    std::int64_t poor_people = 0;
    std::int64_t rural_people = 0;
};

// The closed list of rules: one pair of files each.
using DelistingRule = std::variant<IncidenceRule>;

struct DelistingRules {
    std::vector<DelistingRule> rules;
    int consecutive_years = 1;  // in which all rules hold
    int not_before = 0;         // first year that counts

    static DelistingRules read(Block block);
};

struct Delisting {
    // By designation; absent: such counties are never delisted.
    std::array<std::optional<DelistingRules>, 3> by_designation;

    static Delisting read(Block block);
    // Names of the rules in use, in order of the closed list.
    [[nodiscard]] std::vector<std::string> rule_ids() const;
};

// A county's way to delisting: for good once reached.
struct DelistingState {
    int years_held = 0;   // consecutive, up to now
    int delisted_in = 0;  // 0: not yet
};

// Advances a county by one year; failed[r] is set to 1 where rule r of `rules` fails.
void delist(DelistingState& state, const DelistingRules& rules, const CountyFacts& facts, int year,
            std::vector<std::uint8_t>& failed);

}  // namespace zhaimao
