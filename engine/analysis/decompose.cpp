#include "engine/analysis/decompose.h"

#include <algorithm>

#include "engine/analysis/shapley.h"
#include "engine/simulation/world.h"

namespace zhaimao {
namespace {

using Values = std::array<double, achievement_ids.size()>;

std::vector<Batch> players_of(const Scenario& scenario) {
    std::vector<Batch> players;
    for (std::size_t b = 0; b < batch_ids.size(); ++b) {
        const auto batch = static_cast<Batch>(b);
        const auto is_in = [&](const Intervention& iv) { return iv.batch == batch; };
        if (std::any_of(scenario.interventions.begin(), scenario.interventions.end(), is_in))
            players.push_back(batch);
    }
    return players;
}

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

// One future under every coalition; the column of that replicate.
void write(Decomposition& d, std::size_t replicate, const std::vector<Values>& by_coalition) {
    std::vector<double> values(by_coalition.size());
    for (std::size_t a = 0; a < achievement_ids.size(); ++a) {
        for (std::size_t s = 0; s < values.size(); ++s) values[s] = by_coalition[s][a];
        const std::vector<double> shares = shapley(values);
        for (std::size_t p = 0; p < shares.size(); ++p) d.shares[a][p][replicate] = shares[p];
        d.none[a][replicate] = values.front();
        d.all[a][replicate] = values.back();
    }
}

Decomposition empty_of(const std::vector<Batch>& players, std::size_t replicates) {
    Decomposition d;
    d.players = players;
    for (std::size_t a = 0; a < achievement_ids.size(); ++a) {
        d.shares[a].assign(players.size(), std::vector<double>(replicates));
        d.none[a].resize(replicates);
        d.all[a].resize(replicates);
    }
    return d;
}

}  // namespace

Summary Decomposition::share(Achievement achievement, std::size_t player) const {
    return summarise(shares[static_cast<std::size_t>(achievement)][player]);
}

Scenario with_batches(Scenario scenario, const std::vector<Batch>& players, std::size_t coalition) {
    for (Intervention& iv : scenario.interventions) {
        const auto player = std::find(players.begin(), players.end(), iv.batch);
        if ((coalition >> (player - players.begin()) & 1U) == 0) iv.from = scenario.horizon + 1;
    }
    return scenario;
}

std::optional<Decomposition> decompose(const Project& project, const RunOptions& options) {
    const std::vector<Batch> players = players_of(project.central);
    if (players.empty()) throw InputError("decompose: '" + project.id + "' has no interventions");
    Decomposition d = empty_of(players, static_cast<std::size_t>(options.replicates));
    const RecordLayout layout = layout_of(project.central);
    const int last = last_deadline(project.central);
    const auto run_one = [&](const Future& future) {
        std::vector<Values> by_coalition;
        for (std::size_t s = 0; s < std::size_t{1} << players.size(); ++s)
            by_coalition.push_back(
                achieved(run_replicate(with_batches(future.scenario, players, s), future.population,
                                       options.seed, future.replicate, options.isa),
                         layout, last));
        write(d, future.index, by_coalition);
    };
    if (!for_each_future(project, options, run_one)) return std::nullopt;
    return d;
}

}  // namespace zhaimao
