#include "engine/report/digest.h"

#include <algorithm>
#include <tuple>

#include "engine/ensemble/outcomes.h"
#include "engine/report/input_name.h"

namespace zhaimao {

namespace {

Summary of(const Ensemble& ensemble, Indicator indicator, std::size_t area, int year) {
    return summarise(ensemble, ensemble.layout.area_year(indicator, area, year));
}

std::vector<RuleFailure> failures(const ReportContext& context, const Ensemble& ensemble,
                                  std::size_t c) {
    std::vector<RuleFailure> rows;
    const RuleSet* set = context.rules.of(c);
    const Target& target = context.counties[c].target;
    if (set == nullptr || target.kind != TargetKind::delisting) return rows;
    for (std::size_t r = 0; r < context.rule_ids.size(); ++r)
        if (set->find(context.rule_ids[r]) != nullptr)
            rows.push_back(
                {context.rule_ids[r],
                 summarise(ensemble, ensemble.layout.rule_failure(r, c, target.deadline)).mean});
    return rows;
}

std::vector<CountyDigest> county_digests(const ReportContext& context, const Ensemble& ensemble) {
    std::vector<CountyDigest> rows;
    for (std::size_t c = 0; c < context.counties.size(); ++c) {
        const County& county = context.counties[c];
        rows.push_back({c, target_outcome(ensemble, c, county, context.limits),
                        of(ensemble, Indicator::incidence, c, context.first_year).mean,
                        of(ensemble, Indicator::incidence, c, county.target.deadline).mean,
                        failures(context, ensemble, c)});
    }
    std::sort(rows.begin(), rows.end(), [&](const CountyDigest& a, const CountyDigest& b) {
        const County& x = context.counties[a.index];
        const County& y = context.counties[b.index];
        return std::tie(x.target.deadline, x.name.en, x.code) <
               std::tie(y.target.deadline, y.name.en, y.code);
    });
    return rows;
}

std::vector<ExitYear> city_exits(const ReportContext& context, const Ensemble& ensemble) {
    std::vector<ExitYear> rows;
    for (int year = context.first_year + 1; year <= context.last_deadline(); ++year) {
        ExitYear row{
            year, of(ensemble, Indicator::exited_people, context.counties.size(), year), {}};
        for (const YearlyTask& task : context.exit_task) {
            if (task.year == year) row.task = task.people;
        }
        rows.push_back(row);
    }
    return rows;
}

std::vector<std::vector<AreaYear>> area_years(const Ensemble& ensemble,
                                              const std::vector<int>& years) {
    std::vector<std::vector<AreaYear>> rows(ensemble.layout.areas());
    for (std::size_t area = 0; area < rows.size(); ++area) {
        for (const int year : years) {
            rows[area].push_back({of(ensemble, Indicator::poor_people, area, year),
                                  of(ensemble, Indicator::incidence, area, year).mean});
        }
    }
    return rows;
}

// A province's poor people are its counties' added up in each replicate.
std::vector<AreaYear> province_row(const ReportContext& context, const Ensemble& ensemble,
                                   std::size_t province, const std::vector<int>& years) {
    std::vector<AreaYear> row;
    for (const int year : years) {
        std::vector<std::size_t> cells;
        double rural_people = 0.0;
        for (std::size_t c = 0; c < context.counties.size(); ++c) {
            if (context.counties[c].province != province) continue;
            cells.push_back(ensemble.layout.area_year(Indicator::poor_people, c, year));
            rural_people += static_cast<double>(context.counties[c].rural_people);
        }
        const Summary poor = summarise_sum(ensemble, cells);
        row.push_back({poor, rural_people > 0.0 ? poor.mean / rural_people : 0.0});
    }
    return row;
}

std::vector<Leaning> leans_on(const ReportContext& context, const Ensemble& ensemble) {
    const Outcome outcome = main_outcome(ensemble, context.counties);
    std::vector<Leaning> rows;
    for (const Influence& influence : strongest(RankedInputs(ensemble.inputs).on(outcome.values))) {
        const std::string& path = ensemble.inputs.paths[influence.input];
        rows.push_back({path, input_name(context, path), influence});
    }
    return rows;
}

}  // namespace

std::size_t RunDigest::probable_counties() const {
    return static_cast<std::size_t>(
        std::count_if(counties.begin(), counties.end(),
                      [](const CountyDigest& county) { return county.is_probable(); }));
}

Risk CountyDigest::risk() const {
    return {outcome.p_on_time, outcome.delay.mean,
            outcome.shortfall.n == 0 ? 0.0 : outcome.shortfall.mean};
}

std::size_t RunDigest::most_at_risk() const {
    const auto worst = std::min_element(
        counties.begin(), counties.end(),
        [](const CountyDigest& a, const CountyDigest& b) { return a.risk().exceeds(b.risk()); });
    return static_cast<std::size_t>(worst - counties.begin());
}

std::vector<DeadlineCount> deadline_counts(const ReportContext& context, const RunDigest& digest) {
    std::vector<DeadlineCount> rows;
    for (const CountyDigest& county : digest.counties) {
        const int deadline = context.counties[county.index].target.deadline;
        if (rows.empty() || rows.back().year != deadline)
            rows.push_back(
                {deadline, 0, 0, 0.0,
                 digest.delisted[static_cast<std::size_t>(deadline - context.first_year)]});
        ++rows.back().counties;
        rows.back().probable += county.is_probable() ? 1 : 0;
        rows.back().expected += county.outcome.p_on_time;
    }
    return rows;
}

std::vector<CountyDigest> most_at_risk(const RunDigest& digest, std::size_t most) {
    std::vector<CountyDigest> rows = digest.counties;
    std::stable_sort(rows.begin(), rows.end(), [](const CountyDigest& a, const CountyDigest& b) {
        return a.risk().exceeds(b.risk());
    });
    rows.resize(std::min(most, rows.size()));
    return rows;
}

RunDigest digest(const ReportContext& context, const Ensemble& ensemble) {
    RunDigest d;
    d.counties = county_digests(context, ensemble);
    d.joint = joint_targets(ensemble, context.counties);
    d.city_exits = city_exits(context, ensemble);
    for (int year = context.first_year; year <= context.last_deadline(); ++year) {
        d.years.push_back(year);
    }
    d.cumulative_exits =
        of(ensemble, Indicator::exited_people_cumulative, context.counties.size(), d.years.back());
    d.area_years = area_years(ensemble, d.years);
    for (std::size_t p = 0; p < context.provinces.size(); ++p)
        d.province_years.push_back(province_row(context, ensemble, p, d.years));
    for (const int year : d.years)
        d.delisted.push_back(of(ensemble, Indicator::delisted, context.counties.size(), year));
    d.non_finite = count_non_finite(ensemble);
    for (int year = context.first_year; year <= context.last_year; ++year) {
        d.broken_households +=
            of(ensemble, Indicator::non_finite, context.counties.size(), year).mean;
    }
    d.inputs = context.ledger.numbers().size();
    d.assumptions = context.ledger.assumed();
    d.never_varied = context.ledger.never_varied();
    d.leans_on = leans_on(context, ensemble);
    return d;
}

}  // namespace zhaimao
