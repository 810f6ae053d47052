#include "engine/analysis/study_checks.h"

#include <algorithm>
#include <cmath>

#include "engine/io/scale.h"

namespace zhaimao {
namespace {

// What a factor with a distribution is at one of its quantiles.
double value_at(const Study& study, const Factor& factor, double quantile) {
    if (factor.times) return value_of(factor, quantile, {}).number.value_or(0.0);
    Node tree = study.project.tree;
    GivenUniforms given;
    Diagnostics of_end;
    set_factor(factor, quantile, tree, given, of_end);
    const Project project =
        varied_project(study.project, std::move(tree), std::move(given), of_end);
    return value_of(factor, quantile, project.uncertain).number.value_or(0.0);
}

// A key's range may cut a distribution off, and then ends it. One that begins or ends far beyond
// is none of its: from the millionth before to there it is farther than between its quartiles.
bool ends_at(const Study& study, const Factor& factor, double quantile) {
    const double end = value_at(study, factor, quantile);
    if (!std::isfinite(end)) return false;
    const bool has_tail =
        factor.shape == "normal" || (factor.shape == "lognormal" && quantile == 1.0);
    if (!has_tail) return true;
    const double inside = value_at(study, factor, std::abs(quantile - 1e-6));
    return std::abs(end - inside) <= value_at(study, factor, 0.75) - value_at(study, factor, 0.25);
}

void check_outermost_of(const Study& study, const Factor& factor, Diagnostics& diagnostics) {
    for (const double quantile : study.options.outermost()) {
        if (ends_at(study, factor, quantile)) continue;
        const bool low = quantile == 0.0;
        diagnostics.error(
            study.options.place_of_ends, "design." + std::string(study.options.ends_key()),
            "factor '" + factor.id + "' has no quantile " + (low ? "0" : "1") + " (" +
                factor.drawn_from + " has no " + (low ? "least" : "greatest") + " value). Write " +
                (low ? "0.01" : "0.99") + ", or give it a distribution that ends");
    }
}

// Both set a value: a factor that multiplies begins from the setting.
bool is_overruled(const Factor& factor, const std::string& path) {
    const bool multiplies =
        factor.times || std::any_of(factor.levels.begin(), factor.levels.end(), is_scaling);
    return !multiplies && !factor.path.empty() && paths_overlap(factor.path, path);
}

}  // namespace

WrittenLevel written_at(const Factor& factor, std::size_t level) {
    if (factor.distribution) return {factor.distribution->place, factor.drawn_from};
    if (factor.levels.empty()) return {factor.place, factor.drawn_from};
    const Node& node = factor.levels[level];
    return {node.place, short_text(is_scaling(node) ? node.entries.front().node : node)};
}

void check_outputs(const Study& study, const Factor& factor, std::size_t level,
                   const Scenario& scenario, Diagnostics& diagnostics) {
    if (diagnostics.has_errors()) return;
    const WrittenLevel written = written_at(factor, level);
    for (const StudyOutput& output : study.outputs)
        if (const std::string missing = output.missing_in(scenario); !missing.empty())
            diagnostics.error(written.place, "factors." + factor.id,
                              "with " + factor.path + " " + written.text + " output '" + output.id +
                                  "' has nothing to look at: " + missing);
}

void check_outermost(const Study& study, Diagnostics& diagnostics) {
    for (const Factor& factor : study.factors)
        if (factor.levels.empty()) check_outermost_of(study, factor, diagnostics);
}

void check_pairs(const Study& study, Diagnostics& diagnostics) {
    if (!study.options.compares_in_pairs()) return;
    for (const Factor& factor : study.factors)
        if (!factor.path.empty() && paths_overlap(factor.path, "ensemble"))
            diagnostics.clash(factor.place, "factors." + factor.id + ".path",
                              "'" + factor.path +
                                  "' is no factor of one_at_a_time (its points are compared future "
                                  "by future). Take another design");
}

void check_settings(const Study& study, const std::vector<std::string>& settings,
                    Diagnostics& diagnostics) {
    for (const std::string& setting : settings)
        for (const Factor& factor : study.factors)
            if (is_overruled(factor, setting.substr(0, setting.find('='))))
                diagnostics.warning(factor.place, "factors." + factor.id + ".path",
                                    "'--set " + setting +
                                        "' is overruled where this factor is set (" + factor.path +
                                        ")");
}

}  // namespace zhaimao
