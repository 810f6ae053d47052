// Loading a scenario as the command line asks: its options stand above the scenario's own values.
#pragma once

#include <string>
#include <vector>

#include "engine/cli/options.h"
#include "engine/simulation/project.h"

namespace zhaimao {

// Every "path=value" of the command line: -n and --seed are settings like any other, so that the
// resolved configuration holds them.
[[nodiscard]] std::vector<std::string> settings_of(const Options& options);

// Warnings go to standard error unless quiet.
[[nodiscard]] Project load_with_options(const std::string& path, const Options& options);

}  // namespace zhaimao
