// Where the numbers of a project come from, and when they were known.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/core/diagnostics.h"
#include "engine/simulation/project.h"

namespace zhaimao {

// Every input has a source, be it "assumption"; one without is an error. The ensemble's size and
// seed are questions, administrative codes names: no inputs.
void check_sources(const Project& project, Diagnostics& diagnostics);

// Numbers in use that were known only after the scenario's as_of: stand-ins, sizes of effects.
// Lines and prices are refused instead when the scenario is read.
[[nodiscard]] std::vector<Assumption> known_later(const Project& project);

// Those of one date and source whose paths differ in their second part only: one a county, say.
struct SimilarNumbers {
    std::string path;  // "counties.*.rural_people"; the path itself where there is only one
    std::size_t count = 0;
    Assumption first;
};
[[nodiscard]] std::vector<SimilarNumbers> grouped(const std::vector<Assumption>& numbers);

}  // namespace zhaimao
