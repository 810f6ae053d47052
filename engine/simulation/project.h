// A project: a scenario file resolved and checked once, ready to be read again for each replicate.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/core/config/ledger.h"
#include "engine/core/config/node.h"
#include "engine/core/diagnostics.h"
#include "engine/io/compose.h"
#include "engine/simulation/scenario.h"

namespace zhaimao {

struct Project {
    Node tree;
    std::vector<InputFile> inputs;  // files read, the scenario first
    std::string id;                 // the file's name without its ending
    Label title;
    std::string as_of;  // ISO date; empty: all that is known now
    int replicates = 0;
    std::uint64_t seed = 0;
    Scenario central;  // distributions at their means; in real people, whatever the sample
    Ledger ledger;
    DrawnNumbers uncertain;  // at their means: the inputs that replicates draw
    GivenUniforms given;     // of those, the ones that every replicate takes at one quantile
};

// Reads and checks everything; mistakes and warnings go to `diagnostics`. A project with errors is
// not fit to run. Where a file could not be read, only mistakes of single values are reported.
[[nodiscard]] Project read_project(const std::string& path,
                                   const std::vector<std::string>& overrides,
                                   Diagnostics& diagnostics);

// The same of a tree that is composed already; `path` names its file.
[[nodiscard]] Project read_project(Configuration composed, const std::string& path,
                                   Diagnostics& diagnostics);

// A project that was read without mistakes, with other values in its tree and some of its
// distributions at given quantiles. It has no inputs; households from a file are those of `base`.
[[nodiscard]] Project varied_project(const Project& base, Node tree, GivenUniforms given,
                                     Diagnostics& diagnostics);

// As from a file; throws InputError with all mistakes. Warnings go to `warnings`.
// `overrides` are "path=value", as on the command line.
[[nodiscard]] Project load_project(const std::string& path,
                                   const std::vector<std::string>& overrides,
                                   std::vector<std::string>& warnings);

// The scenario of one replicate as it is simulated: every distribution drawn, keyed by seed,
// replicate and path; in people of the sample (sample.h).
// `drawn` gets the values.
[[nodiscard]] Scenario draw_scenario(const Project& project, std::uint64_t seed,
                                     std::uint32_t replicate, DrawnNumbers* drawn = nullptr);

}  // namespace zhaimao
