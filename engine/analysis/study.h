// A study: a design over factors of a scenario, and the outcomes that it looks at.
//
//   scenario: ../linfen-plan.yaml           relative to this file
//   change: {ensemble.replicates: 20}       holds in every point, as in a scenario's file
//   factors: {quota: {path: ..., levels: [...]}}                       factor.h
//   design: {kind: grid}                                               study_design.h
//   outputs: {poor: {indicator: poor_people, year: 2020}}              output.h
//   common_random_numbers: true             false: each point has a seed of its own
#pragma once

#include <string>
#include <vector>

#include "engine/analysis/factor.h"
#include "engine/analysis/output.h"
#include "engine/analysis/study_design.h"
#include "engine/core/config/outline.h"
#include "engine/simulation/project.h"

namespace zhaimao {

struct Study {
    std::string id;  // the file's name without its ending
    Label title;
    Project project;  // the scenario with what holds in every point
    std::vector<Factor> factors;
    StudyDesign options;
    std::vector<StudyOutput> outputs;
    bool common_random_numbers = true;
    Design design{1};
    // SHA-256 of all that results depend on, but for the program.
    std::string hash;
};

// Reads and checks everything, each factor's levels one by one, too; mistakes and warnings go to
// `diagnostics`. A study with errors is not fit to run. `settings` are "path=value", as on the
// command line; they hold in every point.
[[nodiscard]] Study read_study(const std::string& path, const std::vector<std::string>& settings,
                               Diagnostics& diagnostics);

// Every key that a study's file may hold, but for zhaimao, title and change: found as
// scenario_outline() finds a scenario's.
[[nodiscard]] Outline study_outline();

// The scenario of a point. Mistakes: values that do not go together.
[[nodiscard]] Project project_at(const Study& study, std::size_t point, Diagnostics& diagnostics);

// Keyed by the study's seed and the point; with common random numbers the study's.
[[nodiscard]] std::uint64_t seed_at(const Study& study, std::size_t point);

}  // namespace zhaimao
