// The run folder of an analysis of one scenario.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "engine/cli/options.h"
#include "engine/ensemble/run.h"
#include "engine/io/table.h"

namespace zhaimao {

// False where it was interrupted.
bool write_analysis_folder(const std::string& path, const Project& project, const Options& options,
                           const RunOptions& run, const std::vector<Table>& tables,
                           std::chrono::steady_clock::time_point began);

}  // namespace zhaimao
