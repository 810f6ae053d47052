#include "engine/ensemble/targets.h"

#include <algorithm>

#include "engine/core/contracts.h"

namespace zhaimao {

namespace {

double share(std::int64_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

int year_quantile(const std::vector<int>& sorted, std::size_t percent) {
    const std::size_t rank = (percent * sorted.size() + 99) / 100;
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

// By replicate.
std::vector<double> shortfalls_of(const Ensemble& ensemble, std::size_t index, const County& county,
                                  const IncidenceLimits& limits) {
    const bool cohort = county.target.kind == TargetKind::cohort;
    const Indicator counted = cohort ? Indicator::cohort_people : Indicator::poor_people;
    std::vector<double> people =
        ensemble.row(ensemble.layout.area_year(counted, index, county.target.deadline));
    if (county.target.kind != TargetKind::delisting) return people;
    const auto& limit = limits.of(index, county);
    if (!limit) return std::vector<double>(people.size(), 0.0);
    const auto most = static_cast<double>(most_poor(*limit, county.rural_people));
    for (double& n : people) n = std::max(0.0, n - most);
    return people;
}

bool in_set(std::string_view set, const County& county) {
    return set == "all" || (set == "delisting") == (county.target.kind == TargetKind::delisting);
}

}  // namespace

std::vector<int> years_met(const Ensemble& ensemble, std::size_t index, TargetKind kind) {
    std::vector<int> years;
    for (const double met : ensemble.row(ensemble.layout.met_in(kind, index))) {
        const int year = static_cast<int>(met);
        years.push_back(year == 0 ? ensemble.layout.last_year() + 1 : year);
    }
    return years;
}

std::int64_t most_poor(const IncidenceRule& rule, std::int64_t rural) {
    auto poor = static_cast<std::int64_t>(rule.threshold * static_cast<double>(rural)) + 1;
    while (poor >= 0 && !rule.holds(poor, rural)) --poor;
    return poor;
}

TargetOutcome target_outcome(const Ensemble& ensemble, std::size_t index, const County& county,
                             const IncidenceLimits& limits) {
    const int deadline = county.target.deadline;
    INVARIANT(deadline >= ensemble.layout.first_year() && deadline <= ensemble.layout.last_year(),
              "deadline of " + county.id + " is outside the years of the run");
    std::vector<int> years = years_met(ensemble, index, county.target.kind);
    const std::vector<double> all = shortfalls_of(ensemble, index, county, limits);
    std::vector<double> delays;
    std::vector<double> shortfalls;
    std::int64_t on_time = 0;
    for (std::size_t r = 0; r < years.size(); ++r) {
        delays.push_back(std::max(0, years[r] - deadline));
        if (years[r] <= deadline) {
            ++on_time;
        } else if (all[r] > 0.0) {
            shortfalls.push_back(all[r]);
        }
    }
    TargetOutcome outcome;
    outcome.p_on_time = share(on_time, years.size());
    outcome.confidence = wilson(on_time, static_cast<std::int64_t>(years.size()));
    outcome.delay = summarise(delays);
    outcome.late = static_cast<std::int64_t>(years.size()) - on_time;
    outcome.shortfall = summarise(shortfalls);
    if (years.empty()) return outcome;
    std::sort(years.begin(), years.end());
    outcome.year_q05 = year_quantile(years, 5);
    outcome.year_q50 = year_quantile(years, 50);
    outcome.year_q95 = year_quantile(years, 95);
    return outcome;
}

std::vector<MetYear> met_years(const Ensemble& ensemble, std::size_t index, TargetKind kind) {
    const std::vector<int> years = years_met(ensemble, index, kind);
    std::vector<MetYear> rows;
    std::int64_t by = 0;
    for (int year = ensemble.layout.first_year(); year <= ensemble.layout.last_year(); ++year) {
        const std::int64_t in = std::count(years.begin(), years.end(), year);
        by += in;
        rows.push_back({year, share(in, years.size()), share(by, years.size()),
                        wilson(by, static_cast<std::int64_t>(years.size()))});
    }
    return rows;
}

std::vector<JointTarget> joint_targets(const Ensemble& ensemble,
                                       const std::vector<County>& counties) {
    std::vector<JointTarget> rows;
    for (const std::string_view set : {"all", "delisting", "all_exit"}) {
        std::vector<bool> all_met(ensemble.replicates(), true);
        JointTarget row{set, 0, 0.0, {}};
        for (std::size_t c = 0; c < counties.size(); ++c) {
            if (!in_set(set, counties[c])) continue;
            ++row.counties;
            const std::vector<int> years = years_met(ensemble, c, counties[c].target.kind);
            for (std::size_t r = 0; r < years.size(); ++r) {
                if (years[r] > counties[c].target.deadline) all_met[r] = false;
            }
        }
        if (row.counties == 0) continue;
        const std::int64_t met = std::count(all_met.begin(), all_met.end(), true);
        row.p_all = share(met, all_met.size());
        row.confidence = wilson(met, static_cast<std::int64_t>(all_met.size()));
        rows.push_back(row);
    }
    return rows;
}

}  // namespace zhaimao
