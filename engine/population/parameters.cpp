#include "engine/population/parameters.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/core/math/math.h"

namespace zhaimao {
namespace {

// Those that a file of households holds are not read.
template <std::size_t N>
std::array<RateByPoverty, N> read_rates(Block& population, std::string_view key,
                                        std::string_view meaning,
                                        const std::array<std::string_view, N>& ids,
                                        const std::array<bool, N>& known) {
    std::array<RateByPoverty, N> rates;
    if (std::find(known.begin(), known.end(), false) == known.end()) {
        population.skip(key);
        return rates;
    }
    Block block = population.block(key, meaning);
    for (std::size_t i = 0; i < N; ++i)
        if (known[i])
            block.skip(ids[i]);
        else
            rates[i] = RateByPoverty::read(
                block.block(ids[i], "share of households, by poverty at the start"));
    return rates;
}

void check_sum(Block& block, double sum) {
    if (std::abs(sum - 1.0) < 1e-9) return;
    const double percent = std::round(1e6 * sum) / 1e4;
    block.error("", fmt::format("the shares add up to {} %. Let them add up to 100 %", percent));
}

template <std::size_t N>
std::array<double, N> read_shares(Block block, const std::array<std::string_view, N>& ids,
                                  std::string_view meaning) {
    std::array<double, N> shares{};
    double sum = 0.0;
    for (std::size_t i = 0; i < N; ++i)
        sum += shares[i] = block.number({ids[i], unit::number, share_range, meaning});
    check_sum(block, sum);
    return shares;
}

std::vector<double> read_sizes(Block block) {
    constexpr std::array<std::string_view, 8> sizes{"1", "2", "3", "4", "5", "6", "7", "8"};
    std::vector<double> shares;
    double sum = 0.0;
    for (std::string_view size : sizes)
        sum += shares.emplace_back(block.number(
            {size, unit::number, share_range, "share of households of this many people"}, 0.0));
    check_sum(block, sum);
    return shares;
}

double read_poverty_mark(Block& population) {
    return population.number({"poor_under", unit::number, positive,
                              "share of the line under which permanent income counts as poor"});
}

void read_mark_and_sources(IncomeDistribution& d, Block& population) {
    d.poverty_mark = read_poverty_mark(population);
    Block shares = population.block("source_shares", "income sources by rank");
    d.lowest = read_shares(shares.block("lowest", "at the lowest income of a county"), source_ids,
                           "share of income");
    d.highest = read_shares(shares.block("highest", "at the highest income"), source_ids,
                            "share of income");
}

}  // namespace

RateByPoverty RateByPoverty::read(Block block) {
    return {block.number({"poor", unit::number, share_range, "share among the poor at the start"}),
            block.number({"others", unit::number, share_range, "share among all others"})};
}

Composition Composition::read(Block& population, const AttributesInFile& known) {
    Composition c;
    const auto asked = [&](bool is_known, std::string_view key) {
        if (is_known) population.skip(key);
        return !is_known;
    };
    if (asked(known.sizes, "household_sizes"))
        c.size_shares =
            read_sizes(population.block("household_sizes", "shares of households by people"));
    if (asked(known.workers, "workers")) {
        Block workers = population.block("workers", "people able to work");
        c.no_worker =
            RateByPoverty::read(workers.block("none", "share of households without a worker"));
        c.workers_share = workers.number({"share_of_people", unit::number, share_range,
                                          "workers among the people of other households"});
    }
    c.students = read_rates(population, "students", "households with a student, by stage",
                            stage_ids, known.students);
    c.unmet = read_rates(population, "unmet", "households with an unmet guarantee", guarantee_ids,
                         known.unmet);
    if (asked(known.cause, "causes"))
        c.causes = read_shares(population.block("causes", "main causes of poverty"), cause_ids,
                               "share of households on the register");
    if (asked(known.village, "village_odds"))
        c.village_odds =
            population.number({"village_odds", unit::number, positive,
                               "odds of living in a registered village, poor over others"});
    return c;
}

IncomeDistribution IncomeDistribution::read(Block& population) {
    IncomeDistribution d;
    constexpr std::array<std::string_view, 2> rules{"solved", "given"};
    d.means = static_cast<MeanRule>(
        population.choice("means", "how a county's mean income is found", rules));
    if (population.has("lorenz")) {
        d.shape = IncomeShape::read(
            population.block("lorenz", "a published distribution of one year's income"));
        d.log_sd = d.shape ? d.shape->log_sd : 1.0;
    } else if (population.has("log_sd")) {
        d.log_sd = population.number(
            {"log_sd", unit::number, non_negative, "log sd of one year's income"});
    } else {
        // sigma = sqrt(2) probit((G + 1) / 2), Aitchison and Brown 1957.
        const double gini = population.number(
            {"gini", unit::number, {0.0, 0.99}, "Gini of one year's income within a county"});
        d.log_sd = std::sqrt(2.0) * math::normal_quantile((gini + 1.0) / 2.0);
    }
    read_mark_and_sources(d, population);
    return d;
}

IncomeDistribution IncomeDistribution::read_beside_file(Block& population,
                                                        const AttributesInFile& known) {
    IncomeDistribution d;
    for (const char* unused : {"means", "gini", "log_sd", "lorenz"}) population.skip(unused);
    if (known.sources) {
        d.poverty_mark = read_poverty_mark(population);
        population.skip("source_shares");
    } else {
        read_mark_and_sources(d, population);
    }
    return d;
}

RegisterEntry RegisterEntry::read(Block block) {
    constexpr std::array<std::string_view, 2> rules{"official", "line"};
    RegisterEntry entry;
    entry.rule = static_cast<RegisterRule>(
        block.choice("rule", "who is on the register at the start", rules));
    entry.basis_years =
        static_cast<int>(block.whole({"basis_years", unit::number, between(1, max_basis_years),
                                      "years of income behind the register"}));
    entry.gap_bonus = block.number(
        {"gap_bonus", unit::number, non_negative, "log points off the score per unmet guarantee"});
    return entry;
}

std::optional<AgeShares> AgeShares::read_if_given(Block& above) {
    std::optional<Block> block = above.maybe_block("ages", "shares of people, of one census");
    if (!block) return std::nullopt;
    const Range some = between(0.01, 0.98);
    AgeShares ages{block->number({"under_15", unit::number, some, "children, 0 to 14 years"}),
                   block->number({"over_64", unit::number, some, "65 years and over"})};
    if (ages.under_15 + ages.over_64 >= 1.0)
        block->error("over_64", "leaves nobody of 15 to 64 years");
    return ages;
}

CountyMarginals CountyMarginals::read(Block& county) {
    CountyMarginals m;
    m.mean_size = county.maybe_number({"household_size", unit::people_per_household,
                                       between(1.0, 8.0), "mean people a household"});
    m.mean_income = county.maybe_number({"mean_income", unit::yuan_per_person_year, positive,
                                         "mean income, with population.means: given"});
    m.published_income =
        county.maybe_number({"published_income", unit::yuan_per_person_year, positive,
                             "published mean, reported beside the implied one"});
    m.ages = AgeShares::read_if_given(county);
    m.villages =
        county.whole({"villages", unit::villages, between(1, 65000), "administrative villages"});
    m.registered_villages = county.whole(
        {"registered_villages", unit::villages, non_negative, "villages on the register"});
    if (m.registered_villages > m.villages)
        county.error("registered_villages", std::to_string(m.registered_villages) +
                                                " registered villages are more than all " +
                                                std::to_string(m.villages) + " villages");
    return m;
}

County read_county(Block& block) {
    constexpr std::array<std::string_view, 3> designations{"none", "provincial", "national"};
    constexpr std::array<std::string_view, 3> kinds{"cohort", "stock", "delisting"};
    County c;
    c.id = block.id();
    c.code = static_cast<std::uint32_t>(block.whole(no_input(
        {"code", unit::number, between(1, 4e9), "administrative code: order and random draws"})));
    c.name = block.label("label", "name");
    c.designation = static_cast<Designation>(
        block.choice("designation", "kind of poverty county", designations));
    if (block.has("region"))
        c.region = block.choice("region", "of the nation, where rules differ by it", region_ids);
    Block target = block.block("target", "what the county has promised");
    c.target.kind = static_cast<TargetKind>(target.choice("kind", "all exit, or delisting", kinds));
    c.target.deadline = target.year("deadline", "31 December of this year");
    c.rural_people = block.whole({"rural_people", unit::people, at_least(1),
                                  "registered rural population: denominator of incidence"});
    c.registered_poor = block.whole({"registered_poor", unit::people, non_negative,
                                     "official people on the register at the start"});
    if (c.registered_poor > c.rural_people)
        block.error("registered_poor", "the register is larger than the rural population (" +
                                           std::to_string(c.registered_poor) + " of " +
                                           std::to_string(c.rural_people) + " people)");
    c.exited_people = block.whole({"exited_people", unit::people, non_negative,
                                   "people once on the register and off it at the start"},
                                  0);
    if (c.registered_poor <= c.rural_people && c.exited_people > c.rural_people - c.registered_poor)
        block.error("exited_people", "more people have left the register (" +
                                         std::to_string(c.exited_people) +
                                         ") than live here and are not on it (" +
                                         std::to_string(c.rural_people - c.registered_poor) + ")");
    if (c.target.kind == TargetKind::delisting && c.designation == Designation::none)
        block.error("target",
                    "a county without a designation cannot be delisted. Use cohort or stock");
    return c;
}

Province read_province(Block& block) {
    Province p;
    p.id = block.id();
    p.code = static_cast<std::uint32_t>(
        block.whole(no_input({"code", unit::number, between(1, 4e9), "administrative code"})));
    p.name = block.label("label", "name");
    return p;
}

std::optional<std::size_t> read_province_of(Block& county, const std::vector<Province>& provinces) {
    if (!county.has("province")) return std::nullopt;
    std::vector<std::string_view> ids;
    for (const Province& p : provinces) ids.push_back(p.id);
    if (ids.empty())
        county.error("province", "no province is declared under `provinces`. Declare it there");
    if (ids.empty() || county.is_partial()) {
        county.skip("province");
        return std::nullopt;
    }
    return county.choice("province", "of the county, to report by", ids);
}

City read_city(Block block) {
    City city;
    city.code = static_cast<std::uint32_t>(
        block.whole(no_input({"code", unit::number, between(1, 4e9), "administrative code"})));
    city.name = block.label("label", "name");
    const auto total = [&](std::string_view name,
                           Dimension counted) -> std::optional<std::int64_t> {
        constexpr std::int64_t absent = -1;
        const std::int64_t sum = block.whole(
            {name, counted, non_negative, "published for the city: counties must add up to it"},
            absent);
        return sum == absent ? std::nullopt : std::optional(sum);
    };
    city.rural_people = total("rural_people", unit::people);
    city.registered_poor = total("registered_poor", unit::people);
    city.villages = total("villages", unit::villages);
    city.registered_villages = total("registered_villages", unit::villages);
    return city;
}

}  // namespace zhaimao
