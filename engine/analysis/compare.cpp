#include "engine/analysis/compare.h"

#include <algorithm>

#include "engine/core/contracts.h"
#include "engine/ensemble/outcomes.h"
#include "engine/ensemble/targets.h"

namespace zhaimao {
namespace {

std::vector<double> delays_of(const std::vector<int>& years, int deadline) {
    std::vector<double> delays;
    for (const int year : years) delays.push_back(std::max(0, year - deadline));
    return delays;
}

std::vector<double> on_time(const std::vector<int>& years, int deadline) {
    std::vector<double> met;
    for (const int year : years) met.push_back(year <= deadline ? 1.0 : 0.0);
    return met;
}

CountyComparison compare_county(const Ensemble& baseline, const Ensemble& other, std::size_t c,
                                const Target& target) {
    const std::vector<int> before = years_met(baseline, c, target.kind);
    const std::vector<int> after = years_met(other, c, target.kind);
    const int deadline = target.deadline;
    return {c, paired_difference(delays_of(before, deadline), delays_of(after, deadline)),
            paired_shares(on_time(before, deadline), on_time(after, deadline)),
            difference_in(baseline, other, Indicator::poor_people, c, deadline)};
}

bool is_same(double a, double b) {
    return a == b || (a != a && b != b);
}

bool differs_in(const Ensemble& baseline, const Ensemble& other, int year) {
    for (std::size_t area = 0; area < baseline.layout.areas(); ++area)
        for (std::size_t k = 0; k < indicator_count; ++k) {
            const auto indicator = static_cast<Indicator>(k);
            if (is_flow(indicator) && year == baseline.layout.first_year()) continue;
            const auto a = baseline.row(baseline.layout.area_year(indicator, area, year));
            const auto b = other.row(other.layout.area_year(indicator, area, year));
            if (!std::equal(a.begin(), a.end(), b.begin(), is_same)) return true;
        }
    return false;
}

}  // namespace

PairedDifference difference_in(const Ensemble& baseline, const Ensemble& other, Indicator indicator,
                               std::size_t area, int year) {
    return paired_difference(baseline.row(baseline.layout.area_year(indicator, area, year)),
                             other.row(other.layout.area_year(indicator, area, year)));
}

Comparison compare(const Ensemble& baseline, const Ensemble& other,
                   const std::vector<County>& counties) {
    EXPECTS(baseline.replicates() == other.replicates());
    EXPECTS(baseline.layout.areas() == other.layout.areas());
    const std::vector<Outcome> before = outcomes_of(baseline, counties);
    const std::vector<Outcome> after = outcomes_of(other, counties);
    const auto of = [&](std::size_t k) {
        return paired_difference(before[k].values, after[k].values);
    };
    Comparison c{of(0), of(1), of(2), {}, {}};
    for (std::size_t k = 0; k < counties.size(); ++k)
        c.counties.push_back(compare_county(baseline, other, k, counties[k].target));
    for (int year = baseline.layout.first_year();
         year <= baseline.layout.last_year() && !c.parts_in; ++year)
        if (differs_in(baseline, other, year)) c.parts_in = year;
    return c;
}

}  // namespace zhaimao
