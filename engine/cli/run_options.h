// What every command that simulates takes from the command line.
#pragma once

#include <optional>

#include "engine/cli/options.h"
#include "engine/ensemble/run.h"
#include "engine/report/manifest.h"

namespace zhaimao {

[[nodiscard]] RunOptions run_options(const Project& project, const Options& options);
[[nodiscard]] Manifest manifest_of(const Project& project, const Options& options,
                                   const RunOptions& run);
// Shows progress unless quiet. Empty where it was interrupted.
[[nodiscard]] std::optional<RunResult> simulate(const Project& project, const Options& options);
// Several over the futures of the first; those of `before` are not lived again.
[[nodiscard]] std::optional<std::vector<RunResult>> simulate(std::span<const Project> projects,
                                                             const Options& options,
                                                             std::vector<RunResult> before = {});

}  // namespace zhaimao
