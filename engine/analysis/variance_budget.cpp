#include "engine/analysis/variance_budget.h"

#include <algorithm>
#include <cmath>

#include "engine/analysis/paired.h"
#include "engine/analysis/shapley.h"
#include "engine/core/contracts.h"
#include "engine/ensemble/outcomes.h"
#include "engine/simulation/world.h"

namespace zhaimao {
namespace {

constexpr std::size_t everything = (std::size_t{1} << chance_count) - 1;

// c(u) of one future, by u.
Ways moved(const Ways& v) {
    Ways c{};
    for (std::size_t u = 0; u <= everything; ++u) {
        for (std::size_t m = 0; m <= everything; ++m)
            c[u] += 0.5 * (v[m] - v[m ^ u]) * (v[m] - v[m ^ u]);
        c[u] /= static_cast<double>(v.size());
    }
    return c;
}

Ways sum_of(std::span<const Ways> all) {
    Ways sum{};
    for (const Ways& one : all)
        for (std::size_t u = 0; u < sum.size(); ++u) sum[u] += one[u];
    return sum;
}

Ways minus(Ways all, const Ways& one) {
    for (std::size_t u = 0; u < all.size(); ++u) all[u] -= one[u];
    return all;
}

std::vector<double> shares_of(const Ways& c) {
    std::vector<double> shares = shapley(c);
    for (double& share : shares) share /= c[everything];
    return shares;
}

// Of the mean of n values that leave one future out each.
Interval jackknife(double estimate, std::span<const double> without_one) {
    const auto n = static_cast<double>(without_one.size());
    double squares = 0.0;
    const double mean = summarise(without_one).mean;
    for (const double x : without_one) squares += (x - mean) * (x - mean);
    const auto degrees = static_cast<std::int64_t>(without_one.size()) - 1;
    const double half = student_t(confidence_level, degrees) * std::sqrt(squares * (n - 1.0) / n);
    return {std::clamp(estimate - half, 0.0, 1.0), std::clamp(estimate + half, 0.0, 1.0)};
}

void set_intervals(ComponentShares& shares, std::span<const Ways> c, const Ways& sum) {
    std::array<std::vector<double>, chance_count> without_one;
    for (const Ways& one : c) {
        const Ways rest = minus(sum, one);
        if (!(rest[everything] > 0.0)) return;  // one future alone varies: not known
        const std::vector<double> left = shares_of(rest);
        for (std::size_t g = 0; g < chance_count; ++g) without_one[g].push_back(left[g]);
    }
    for (std::size_t g = 0; g < chance_count; ++g)
        shares[g].confidence = jackknife(shares[g].share, without_one[g]);
}

// Far from any replicate that a run asks for, so that both draws of a future stay the same however
// many there are.
constexpr std::uint32_t to_twin = std::uint32_t{1} << 31;

// Outcomes of one future by the way it was lived in, of all 16.
std::vector<Ways> lived_in_all_ways(const Project& project, const RunOptions& options,
                                    const Future& future) {
    const std::uint32_t twin = future.replicate + to_twin;
    const Scenario other = draw_scenario(project, options.seed, twin);
    const std::shared_ptr<const Population> others = future.populations.of(other, future.worker);
    Ensemble one(layout_of(project.central));
    one.records.resize(1);
    std::vector<Ways> ways;
    for (std::size_t m = 0; m <= everything; ++m) {
        Draws::Replicates replicates{};
        for (std::size_t g = 0; g < chance_count; ++g)
            replicates[g] = (m >> g & 1U) == 0 ? future.replicate : twin;
        const Draws draws(options.seed, replicates);
        const bool own = draws.replicate(Chance::parameters) == future.replicate;
        one.records.write(0, run_replicate(own ? future.scenario : other,
                                           own ? future.population : others, draws, options.isa));
        const std::vector<Outcome> outcomes = outcomes_of(one, project.central.counties);
        ways.resize(outcomes.size());
        for (std::size_t k = 0; k < ways.size(); ++k) ways[k][m] = outcomes[k].values.front();
    }
    return ways;
}

struct Gathered {
    std::string_view outcome;
    std::size_t area = 0;
    std::vector<Ways> futures;
};

OutcomeBudget budget_of(const Gathered& g) {
    std::vector<double> plain;
    for (const Ways& ways : g.futures) plain.push_back(ways.front());
    return {g.outcome, g.area, summarise(plain), deviation_of(g.futures),
            component_shares(g.futures)};
}

}  // namespace

ComponentShares component_shares(std::span<const Ways> futures) {
    std::vector<Ways> c;
    for (const Ways& v : futures) c.push_back(moved(v));
    const Ways sum = sum_of(c);
    ComponentShares shares;
    if (!(sum[everything] > 0.0)) return shares;
    const std::vector<double> of = shares_of(sum);
    for (std::size_t g = 0; g < chance_count; ++g) {
        const std::size_t self = std::size_t{1} << g;
        shares[g].share = of[g];
        shares[g].total = sum[self] / sum[everything];
        shares[g].first_order = 1.0 - sum[everything ^ self] / sum[everything];
    }
    if (futures.size() > 1) set_intervals(shares, c, sum);
    return shares;
}

double deviation_of(std::span<const Ways> futures) {
    EXPECTS(!futures.empty());
    double variance = 0.0;
    for (const Ways& v : futures) variance += moved(v)[everything];
    return std::sqrt(variance / static_cast<double>(futures.size()));
}

std::optional<Chance> OutcomeBudget::largest() const {
    for (std::size_t g = 0; g < chance_count; ++g) {
        const auto is_below = [&](const ComponentShare& other) {
            return &other == &shares[g] || other.confidence.high < shares[g].confidence.low;
        };
        if (std::all_of(shares.begin(), shares.end(), is_below)) return static_cast<Chance>(g);
    }
    return std::nullopt;
}

std::optional<VarianceBudget> variance_budget(const Project& project, const RunOptions& options) {
    const auto replicates = static_cast<std::size_t>(options.replicates);
    std::vector<Gathered> gathered;
    const std::vector<County>& counties = project.central.counties;
    for (const Outcome& o : outcomes_of(Ensemble(layout_of(project.central)), counties))
        gathered.push_back({o.id, o.area, std::vector<Ways>(replicates)});
    const auto run_one = [&](const Future& future) {
        const std::vector<Ways> ways = lived_in_all_ways(project, options, future);
        for (std::size_t k = 0; k < gathered.size(); ++k)
            gathered[k].futures[future.index] = ways[k];
    };
    if (!for_each_future(project, options, run_one)) return std::nullopt;
    VarianceBudget budget{options.replicates, {}};
    for (const Gathered& g : gathered) budget.outcomes.push_back(budget_of(g));
    return budget;
}

}  // namespace zhaimao
