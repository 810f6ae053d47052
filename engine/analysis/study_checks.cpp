#include "engine/analysis/study_checks.h"

#include "engine/io/scale.h"

namespace zhaimao {
namespace {

// Where a level stands, and as what; a factor's path where it has none.
Place place_of_level(const Factor& factor, std::size_t level) {
    return factor.levels.empty() ? factor.place : factor.levels[level].place;
}

std::string text_of_level(const Factor& factor, std::size_t level) {
    if (factor.levels.empty()) return factor.drawn_from;
    const Node& node = factor.levels[level];
    return short_text(is_scaling(node) ? node.entries.front().node : node);
}

}  // namespace

void check_outputs(const Study& study, const Factor& factor, std::size_t level,
                   const Scenario& scenario, Diagnostics& diagnostics) {
    if (diagnostics.has_errors()) return;
    for (const StudyOutput& output : study.outputs)
        if (const std::string missing = output.missing_in(scenario); !missing.empty())
            diagnostics.error(place_of_level(factor, level), "factors." + factor.id,
                              "with " + factor.path + " " + text_of_level(factor, level) +
                                  " output '" + output.id + "' has nothing to look at: " + missing);
}

}  // namespace zhaimao
