#include "engine/analysis/compare.h"

#include <algorithm>

#include "engine/core/contracts.h"
#include "engine/ensemble/outcomes.h"
#include "engine/ensemble/targets.h"
#include "engine/exit/look_back.h"

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

// A county of one of the two, by its own target.
struct ByTarget {
    std::vector<double> delays, on_time, poor;
};

ByTarget by_target(const Ensemble& ensemble, std::size_t c, const Target& target) {
    const std::vector<int> years = years_met(ensemble, c, target.kind);
    const std::size_t poor = ensemble.layout.area_year(Indicator::poor_people, c, target.deadline);
    return {delays_of(years, target.deadline), on_time(years, target.deadline), ensemble.row(poor)};
}

CountyComparison compare_county(std::size_t c, const Ensemble& baseline, const Target& target,
                                const Ensemble& other, const Target& others) {
    const ByTarget before = by_target(baseline, c, target);
    const ByTarget after = by_target(other, c, others);
    return {c,
            target.deadline,
            others.deadline,
            paired_difference(before.delays, after.delays),
            paired_shares(before.on_time, after.on_time),
            paired_difference(before.poor, after.poor)};
}

int last_deadline(const std::vector<County>& counties) {
    int year = counties.front().target.deadline;
    for (const County& county : counties) year = std::max(year, county.target.deadline);
    return year;
}

bool is_same(double a, double b) {
    return a == b || (a != a && b != b);
}

// Two records of the same places and years, block by block. What is counted by intervention, cause,
// rule or fund is held against each other where both have as many.
class Records {
   public:
    Records(const Ensemble& baseline, const Ensemble& other) : a_(baseline), b_(other) {}

    // At the start there are states, but no flows yet.
    [[nodiscard]] bool differ_in(int year) const {
        const bool flows = year > a_.layout.first_year();
        for (std::size_t area = 0; area < a_.layout.areas(); ++area)
            if (indicators(area, year, flows)) return true;
        for (std::size_t area = 0; area < a_.layout.areas(); ++area)
            if (incomes(area, year) ||
                (flows && (moves(area, year) || services(area, year) || funds(area, year))))
                return true;
        for (std::size_t county = 0; county < a_.layout.counties(); ++county)
            if (targets(county, year)) return true;
        return false;
    }

   private:
    // Whether any of the cells that `cell` gives for 0 .. count - 1 differs in some replicate.
    template <class Cell>
    [[nodiscard]] bool any(std::size_t count, const Cell& cell) const {
        for (std::size_t k = 0; k < count; ++k) {
            const auto a = a_.row(cell(a_.layout, k)), b = b_.row(cell(b_.layout, k));
            if (!std::equal(a.begin(), a.end(), b.begin(), is_same)) return true;
        }
        return false;
    }

    [[nodiscard]] bool indicators(std::size_t area, int year, bool flows) const {
        for (std::size_t k = 0; k < indicator_count; ++k) {
            const auto indicator = static_cast<Indicator>(k);
            if (is_flow(indicator) && !flows) continue;
            if (any(1, [&](const RecordLayout& layout, std::size_t) {
                    return layout.area_year(indicator, area, year);
                }))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool moves(std::size_t area, int year) const {
        const std::size_t causes = a_.layout.causes();
        return any(status_count * status_count,
                   [&](const RecordLayout& layout, std::size_t k) {
                       return layout.transition(static_cast<Status>(k / status_count),
                                                static_cast<Status>(k % status_count), area, year);
                   }) ||
               any(spell_kinds * spell_count,
                   [&](const RecordLayout& layout, std::size_t k) {
                       return layout.spell(static_cast<Spell>(k / spell_count), k % spell_count,
                                           area, year);
                   }) ||
               (causes == b_.layout.causes() &&
                any(flow_count * causes, [&](const RecordLayout& layout, std::size_t k) {
                    return layout.flow(static_cast<Flow>(k / causes), k % causes, area, year);
                }));
    }

    [[nodiscard]] bool services(std::size_t area, int year) const {
        const std::size_t interventions = a_.layout.interventions();
        return interventions == b_.layout.interventions() &&
               any(interventions * service_count, [&](const RecordLayout& layout, std::size_t k) {
                   return layout.service(k / service_count, static_cast<Service>(k % service_count),
                                         area, year);
               });
    }

    [[nodiscard]] bool funds(std::size_t area, int year) const {
        return a_.layout.funds() == b_.layout.funds() &&
               any(a_.layout.funds() * budget_count,
                   [&](const RecordLayout& layout, std::size_t k) {
                       return layout.budget(k / budget_count, static_cast<Budget>(k % budget_count),
                                            area, year);
                   });
    }

    [[nodiscard]] bool incomes(std::size_t area, int year) const {
        return any(ventile_count, [&](const RecordLayout& layout, std::size_t k) {
            return layout.ventile(k, area, year);
        });
    }

    // Rules that fail; a target that is met first in this year by one of the two.
    [[nodiscard]] bool targets(std::size_t county, int year) const {
        if (a_.layout.rules() == b_.layout.rules() &&
            any(a_.layout.rules(), [&](const RecordLayout& layout, std::size_t k) {
                return layout.rule_failure(k, county, year);
            }))
            return true;
        for (const TargetKind kind :
             {TargetKind::cohort, TargetKind::stock, TargetKind::delisting}) {
            const auto a = a_.row(a_.layout.met_in(kind, county));
            const auto b = b_.row(b_.layout.met_in(kind, county));
            if (!std::equal(a.begin(), a.end(), b.begin(),
                            [&](double x, double y) { return (x == year) == (y == year); }))
                return true;
        }
        return false;
    }

    const Ensemble& a_;
    const Ensemble& b_;
};

}  // namespace

PairedDifference difference_in(const Ensemble& baseline, const Ensemble& other, Indicator indicator,
                               std::size_t area, int year) {
    return paired_difference(baseline.row(baseline.layout.area_year(indicator, area, year)),
                             other.row(other.layout.area_year(indicator, area, year)));
}

Comparison compare(const Ensemble& baseline, const std::vector<County>& counties,
                   const Ensemble& other, const std::vector<County>& others) {
    EXPECTS(baseline.replicates() == other.replicates());
    EXPECTS(baseline.layout.areas() == other.layout.areas());
    EXPECTS(!counties.empty() && counties.size() == others.size());
    const std::vector<Outcome> before = outcomes_of(baseline, counties);
    const std::vector<Outcome> after = outcomes_of(other, others);
    const auto of = [&](std::size_t k) {
        return paired_difference(before[k].values, after[k].values);
    };
    const PairedDifference poor = difference_in(baseline, other, Indicator::poor_people,
                                                baseline.layout.city(), last_deadline(counties));
    Comparison c{poor, of(1), of(2), {}, {}};
    for (std::size_t k = 0; k < counties.size(); ++k)
        c.counties.push_back(
            compare_county(k, baseline, counties[k].target, other, others[k].target));
    const Records records(baseline, other);
    for (int year = baseline.layout.first_year();
         year <= baseline.layout.last_year() && !c.parts_in; ++year)
        if (records.differ_in(year)) c.parts_in = year;
    return c;
}

}  // namespace zhaimao
