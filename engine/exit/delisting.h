// Delisting of counties: all rules of the county's designation hold, long enough, not too early.
// Model, section 3 D.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/exit/rules/approval.h"
#include "engine/exit/rules/comprehensive_incidence.h"
#include "engine/exit/rules/incidence.h"
#include "engine/exit/rules/missed.h"
#include "engine/exit/rules/wrong_exit.h"
#include "engine/population/area.h"

namespace zhaimao {

// The closed list of rules: one pair of files each.
using DelistingRule = std::variant<IncidenceRule, ComprehensiveIncidenceRule, WrongExitRule,
                                   MissedRule, ApprovalRule>;

struct DelistingRules {
    std::vector<DelistingRule> rules;
    int consecutive_years = 1;        // in which all rules hold
    int not_before = 0;               // first year that counts
    int approved_after = 0;           // years from the year that counts to that of approval
    bool revoked_by_relapse = false;  // whether a rule that fails later takes the delisting back

    static DelistingRules read(Block block);
    [[nodiscard]] const ApprovalRule* approval() const;
    // Whether a rule looks at the true state of households.
    [[nodiscard]] bool looks_at_truth() const;

    friend bool operator==(const DelistingRules&, const DelistingRules&) = default;
};

struct Delisting {
    // By designation, then by region; the last one holds where a region has none of its own.
    // Absent: such counties are never delisted.
    using ByRegion = std::array<std::optional<DelistingRules>, region_count + 1>;
    std::array<ByRegion, 3> by_designation;

    static Delisting read(Block block);
    // One of several sets, of which `use` chooses another.
    static Delisting read_set(Block block);
    [[nodiscard]] const DelistingRules* rules_of(const County& county) const;
    // Names of the rules, in order of the closed list.
    [[nodiscard]] std::vector<std::string> rule_ids() const;

    friend bool operator==(const Delisting&, const Delisting&) = default;
};

// A county's way to delisting: for good once reached, unless the rules take it back.
struct DelistingState {
    int years_held = 0;   // consecutive, up to now
    int delisted_in = 0;  // the year that counts; 0: not yet
};

// Advances a county by one year; failed[r] is set to 1 where rule r of the closed list fails.
void delist(DelistingState& state, const DelistingRules& rules, const CountyFacts& facts, int year,
            std::vector<std::uint8_t>& failed);

}  // namespace zhaimao
