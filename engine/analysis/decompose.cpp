#include "engine/analysis/decompose.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "engine/analysis/permutations.h"
#include "engine/analysis/shapley.h"
#include "engine/simulation/world.h"

namespace zhaimao {
namespace {

using Values = std::array<double, achievement_ids.size()>;

int last_deadline(const Scenario& scenario) {
    int year = scenario.start;
    for (const County& county : scenario.counties) year = std::max(year, county.target.deadline);
    return year;
}

Values achieved(const Record& record, const RecordLayout& layout, int last) {
    const auto city = [&](Indicator indicator, int year) {
        return record[layout.area_year(indicator, layout.city(), year)];
    };
    Values v{};
    v[std::size_t(Achievement::exits)] = city(Indicator::exited_people_cumulative, last);
    v[std::size_t(Achievement::incidence)] = city(Indicator::incidence, last);
    for (int year = layout.first_year() + 1; year <= last; ++year) {
        v[std::size_t(Achievement::poverty_years)] += city(Indicator::poor_people, year);
        v[std::size_t(Achievement::money)] +=
            city(Indicator::support_money, year) + city(Indicator::top_up_money, year);
    }
    return v;
}

using Achieved = std::map<Coalition, Values>;  // what each coalition achieves in one future

std::vector<Coalition> every_coalition(std::size_t players) {
    std::vector<Coalition> coalitions(std::size_t{1} << players);
    std::iota(coalitions.begin(), coalitions.end(), Coalition{0});
    return coalitions;
}

std::vector<double> shares_in(const Achieved& achieved, std::size_t achievement,
                              std::span<const Order> orders) {
    if (!orders.empty())
        return shapley_along(orders, [&](Coalition c) { return achieved.at(c)[achievement]; });
    std::vector<double> values;
    for (const auto& [coalition, v] : achieved) values.push_back(v[achievement]);
    return shapley(values);
}

// The column of one replicate.
void write(Decomposition& d, std::size_t replicate, const Achieved& achieved,
           std::span<const Order> orders) {
    for (std::size_t a = 0; a < achievement_ids.size(); ++a) {
        const std::vector<double> shares = shares_in(achieved, a, orders);
        for (std::size_t p = 0; p < shares.size(); ++p) d.shares[a][p][replicate] = shares[p];
        d.none[a][replicate] = achieved.at(0)[a];
        d.all[a][replicate] = achieved.at(all_of(d.players.size()))[a];
    }
}

Decomposition empty_of(DecomposeBy by, std::vector<Player> players, std::size_t replicates) {
    Decomposition d{by, std::move(players), {}, {}, {}};
    for (std::size_t a = 0; a < achievement_ids.size(); ++a) {
        d.shares[a].assign(d.players.size(), std::vector<double>(replicates));
        d.none[a].resize(replicates);
        d.all[a].resize(replicates);
    }
    return d;
}

}  // namespace

Summary Decomposition::share(Achievement achievement, std::size_t player) const {
    return summarise(shares[static_cast<std::size_t>(achievement)][player]);
}

std::optional<Decomposition> decompose(const Project& project, const RunOptions& options,
                                       DecomposeBy by) {
    const std::vector<Player> players = players_of(project.central, by.players);
    if (players.empty()) throw InputError("decompose: '" + project.id + "' has no interventions");
    Decomposition d = empty_of(by, players, std::size_t(options.replicates));
    const RecordLayout layout = layout_of(project.central);
    const int last = last_deadline(project.central);
    const auto run_one = [&](const Future& future) {
        const std::vector<Order> orders =
            sampled_orders(players, std::size_t(by.permutations), options.seed, future.replicate);
        Achieved by_coalition;
        for (const Coalition c :
             orders.empty() ? every_coalition(players.size()) : coalitions_along(orders))
            by_coalition[c] =
                achieved(run_replicate(with_players(future.scenario, players, c), future.population,
                                       {options.seed, future.replicate}, options.isa),
                         layout, last);
        write(d, future.index, by_coalition, orders);
    };
    if (!for_each_future(project, options, run_one)) return std::nullopt;
    return d;
}

}  // namespace zhaimao
