#include "engine/analysis/sensitivity.h"

#include <algorithm>
#include <cmath>

#include "engine/analysis/indices.h"
#include "engine/analysis/paired.h"
#include "engine/ensemble/influence.h"

namespace zhaimao {
namespace {

using SensitivityRows = std::vector<SensitivityRow>;

void add_sobol(SensitivityRows& rows, std::size_t output,
               const std::vector<SobolIndices>& indices) {
    for (std::size_t j = 0; j < indices.size(); ++j) {
        rows.push_back({output, j, "S1", indices[j].first});
        rows.push_back({output, j, "ST", indices[j].total});
    }
}

void add_morris(SensitivityRows& rows, std::size_t output,
                const std::vector<ElementaryEffects>& effects) {
    for (std::size_t j = 0; j < effects.size(); ++j) {
        rows.push_back({output, j, "mu_star", effects[j].mu_star});
        rows.push_back({output, j, "sigma", effects[j].sigma});
    }
}

// Of the factor's values, whatever their order in the study's file. Points that failed are left
// out; words have no ranks.
Estimate rank_correlation(const std::vector<double>& values, const std::vector<double>& means) {
    std::vector<double> set, outcomes;
    for (std::size_t p = 0; p < means.size(); ++p) {
        if (!std::isfinite(means[p])) continue;
        if (!std::isfinite(values[p])) return {};
        set.push_back(values[p]);
        outcomes.push_back(means[p]);
    }
    const double r = correlation_of_ranks(average_ranks(set), average_ranks(outcomes));
    return {r, rank_correlation_interval(r, set.size())};
}

// The change from the first point, at each level of one factor.
std::vector<Estimate> changes(const Study& study, const StudyStore& store, std::size_t output,
                              std::size_t factor) {
    const std::vector<double> base = store.replicates(0, output);
    const StudyOutput::Kind kind = study.outputs[output].kind;
    const bool is_share =
        kind == StudyOutput::Kind::on_time || kind == StudyOutput::Kind::all_on_time;
    std::vector<Estimate> all;
    for (std::size_t p = 1; p < study.design.points(); ++p) {
        if (std::isnan(study.design.point(p)[factor])) continue;
        const std::vector<double> values = store.replicates(p, output);
        if (base.empty() || values.size() != base.size()) continue;
        const PairedDifference d = is_share ? paired_shares(base, values)  // 1 or 0 by replicate
                                            : paired_difference(base, values);
        all.push_back({d.difference.mean, d.confidence});
    }
    return all;
}

// One change alone, of a factor with one level or of whose levels the others failed, is the lowest
// or the highest, but not both.
std::pair<Estimate, Estimate> lowest_and_highest(const std::vector<Estimate>& all) {
    if (all.empty()) return {};
    const auto [low, high] =
        std::minmax_element(all.begin(), all.end(),
                            [](const Estimate& a, const Estimate& b) { return a.value < b.value; });
    if (all.size() > 1) return {*low, *high};
    return low->value < 0.0 ? std::pair{*low, Estimate{}} : std::pair{Estimate{}, *high};
}

void add_tornado(SensitivityRows& rows, const Study& study, const StudyStore& store,
                 std::size_t output) {
    for (std::size_t j = 0; j < study.factors.size(); ++j) {
        const auto [low, high] = lowest_and_highest(changes(study, store, output, j));
        rows.push_back({output, j, "change_low", low});
        rows.push_back({output, j, "change_high", high});
    }
}

}  // namespace

SensitivityRows sensitivity(const Study& study, const StudyStore& store) {
    const Bootstrap& bootstrap = study.options.bootstrap;
    const std::size_t k = study.factors.size();
    SensitivityRows rows;
    for (std::size_t o = 0; o < study.outputs.size(); ++o) {
        const std::vector<double> means = store.means(o);
        switch (study.options.kind) {
            case DesignKind::grid:
                add_sobol(rows, o, grid_indices(means, study.options.levels(study.factors)));
                break;
            case DesignKind::one_at_a_time:
                add_tornado(rows, study, store, o);
                break;
            case DesignKind::latin_hypercube:
            case DesignKind::sobol:
                for (std::size_t j = 0; j < k; ++j)
                    rows.push_back(
                        {o, j, "rank_correlation", rank_correlation(store.values(j), means)});
                break;
            case DesignKind::saltelli:
                add_sobol(rows, o, sobol_indices(means, k, bootstrap));
                break;
            case DesignKind::morris:
                add_morris(rows, o, elementary_effects(means, study.design, bootstrap));
                break;
        }
    }
    return rows;
}

bool any_interval(const SensitivityRows& rows) {
    return std::any_of(rows.begin(), rows.end(), [](const SensitivityRow& row) {
        return std::isfinite(row.estimate.confidence.low);
    });
}

}  // namespace zhaimao
