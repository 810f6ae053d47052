// What the parts of a study say of each other. A mistake stands where it would be mended.
#pragma once

#include <string>
#include <vector>

#include "engine/analysis/study.h"

namespace zhaimao {

// A factor's level as its file has it: the value, or the distribution.
struct WrittenLevel {
    Place place;
    std::string text;
};
[[nodiscard]] WrittenLevel written_at(const Factor& factor, std::size_t level);

// A level, with which the scenario is `scenario`, leaves every output something to look at.
void check_outputs(const Study& study, const Factor& factor, std::size_t level,
                   const Scenario& scenario, Diagnostics& diagnostics);

// Quantiles 0 and 1 are for distributions that end there.
void check_outermost(const Study& study, Diagnostics& diagnostics);

// What futures are drawn is no factor where points are compared future by future.
void check_pairs(const Study& study, Diagnostics& diagnostics);

// A warning where a factor sets what a setting of the command line sets: the factor rules.
void check_settings(const Study& study, const std::vector<std::string>& settings,
                    Diagnostics& diagnostics);

}  // namespace zhaimao
