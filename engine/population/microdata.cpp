#include "engine/population/microdata.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace zhaimao {
namespace {

std::vector<double> read_shares_of(Block shares, const std::vector<std::string>& categories) {
    std::vector<double> list;
    double sum = 0.0;
    for (const std::string& category : categories)
        sum += list.emplace_back(
            shares.number({category, unit::number, share_range, "share of the county"}));
    if (!(std::abs(sum - 1.0) < 1e-9))
        shares.error("", fmt::format("the shares add up to {:.6g} %. Let them add up to 100 %",
                                     100.0 * sum));
    return list;
}

// {column:, of:, shares: {1: 60 %, 2: 40 %}, counties: {daning: {1: ...}}}
void read_column_target(MicrodataInputs& m, Block block, const std::vector<County>& counties) {
    constexpr std::array<std::string_view, 2> counted{"households", "people"};
    RakeTarget target{RakeTo::column, block.id(), false, {}, {}, m.rake_columns.size()};
    target.counts_people = block.choice("of", "what the shares are shares of", counted, 0) == 1;
    Block shares = block.block("shares", "shares by value of the column");
    target.categories = shares.keys();
    target.shares.assign(counties.size(), read_shares_of(shares, target.categories));
    if (std::optional<Block> own = block.maybe_block("counties", "shares of single counties"))
        for (std::size_t c = 0; c < counties.size(); ++c)
            if (std::optional<Block> county = own->maybe_block(counties[c].id, "its shares"))
                target.shares[c] = read_shares_of(*county, target.categories);
    m.rake_columns.push_back({block.text("column", "the column raked"), target.categories, {}, {}});
    for (std::size_t k = 0; k < target.categories.size(); ++k)
        m.rake_columns.back().codes.emplace(target.categories[k], k);
    m.targets.push_back(std::move(target));
}

void read_targets(MicrodataInputs& m, Block& rake, const std::vector<County>& counties) {
    if (std::optional<Block> columns = rake.maybe_block("columns", "shares of columns' values"))
        for (Block& column : columns->children()) read_column_target(m, column, counties);
    const auto add = [&](std::string_view key, std::string_view meaning, RakeTo to) {
        if (rake.flag(key, meaning, false)) m.targets.push_back({to, std::string(key), {}, {}, {}});
    };
    add("household_sizes", "shares of household sizes", RakeTo::household_sizes);
    add("registered", "people on the register", RakeTo::registered);
    add("people", "people of the county", RakeTo::people);
    const auto raked = [&](RakeTo to) {
        return std::any_of(m.targets.begin(), m.targets.end(),
                           [&](const RakeTarget& t) { return t.to == to; });
    };
    if (raked(RakeTo::registered) && !m.mapping.status.is_mapped())
        rake.error("registered", "needs the column household.status, which is not mapped");
    if (raked(RakeTo::registered) && raked(RakeTo::people))
        std::erase_if(m.targets, [](const RakeTarget& t) { return t.to == RakeTo::people; });
    if (m.targets.empty())
        rake.error("",
                   "rakes to nothing. Name people, registered, "
                   "household_sizes or columns");
}

}  // namespace

bool MicrodataInputs::rakes_sizes() const {
    return std::any_of(targets.begin(), targets.end(),
                       [](const RakeTarget& t) { return t.to == RakeTo::household_sizes; });
}

MicrodataInputs MicrodataInputs::read(Block block, const std::vector<County>& counties) {
    MicrodataInputs m;
    m.mapping = MicrodataMapping::read(block, counties);
    m.bottom_code = block.maybe_number({"bottom_code", unit::yuan_per_person_year, positive,
                                        "lowest income per head, put in place of lower ones"});
    std::optional<Block> rake = block.maybe_block("rake", "margins that the weights reproduce");
    if (!rake) return m;
    m.rake_at = rake->place_of("");
    read_targets(m, *rake, counties);
    constexpr double most_iterations = 1e6;
    m.limits.tolerance = rake->number({"tolerance", unit::number, positive,
                                       "how far from its target a margin may be, of the target"});
    m.limits.iterations = static_cast<int>(
        rake->whole({"iterations", unit::number, between(1, most_iterations), "at most"}));
    return m;
}

}  // namespace zhaimao
