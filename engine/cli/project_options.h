// Loading a scenario as the command line asks: its options stand above the scenario's own values.
#pragma once

#include <string>

#include "engine/cli/options.h"
#include "engine/simulation/project.h"

namespace zhaimao {

// -n and --seed are settings like any other, so that the resolved configuration holds them.
// Warnings go to standard error unless quiet.
[[nodiscard]] Project load_with_options(const std::string& path, const Options& options);

}  // namespace zhaimao
