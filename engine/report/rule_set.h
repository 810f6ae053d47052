// The delisting rules that the counties of a run are held to, as reports name them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/population/area.h"

namespace zhaimao {

struct RuleLimit {
    enum class Side : std::uint8_t { under, at_most, at_least };

    std::string rule;  // as Delisting::rule_ids
    Side side = Side::under;
    double share = 0.0;

    friend bool operator==(const RuleLimit&, const RuleLimit&) = default;
};

// The rules of a designation; where they differ by region, in one of them.
struct RuleSet {
    Designation designation = Designation::none;
    std::size_t region =
        region_count;              // index in region_ids; region_count: without rules of its own
    std::vector<RuleLimit> rules;  // in order of the closed list

    [[nodiscard]] const RuleLimit* find(std::string_view rule) const;
};

struct CountyRules {
    std::vector<RuleSet> sets;  // that some county is held to, by designation and region
    std::vector<std::optional<std::size_t>> set_of;  // index in sets, by county in order of code

    // Nothing where the county is never delisted, or not known.
    [[nodiscard]] const RuleSet* of(std::size_t county) const;
    [[nodiscard]] bool has(std::string_view rule) const;
    // Whether some county needs more than incidence.
    [[nodiscard]] bool beside_incidence() const;
};

}  // namespace zhaimao
