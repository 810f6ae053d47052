// Each replicate of a run folder, from its results.sqlite.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/report/run_pair.h"

namespace zhaimao {

// With the indicators the values of `on_time`, where the folder holds them. Nothing where the
// folder holds no replicates. InputError: results.sqlite is not as it was written.
[[nodiscard]] std::optional<ReplicateValues> read_replicates(
    const std::filesystem::path& folder, const std::vector<std::string>& indicators);

}  // namespace zhaimao
