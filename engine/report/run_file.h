// Files of a run folder as they stand, before anything in them is believed.
#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "engine/core/diagnostics.h"

namespace zhaimao {

// Of a run folder; InputError where it is none.
[[nodiscard]] nlohmann::json run_manifest(const std::filesystem::path& folder);

// The bytes of a file; InputError where there are none.
[[nodiscard]] std::string run_file_text(const std::filesystem::path& file);

}  // namespace zhaimao
