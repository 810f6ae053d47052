// The folder that a command is to write: what stands there is replaced whole, so only where a run
// wrote all of it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/report/manifest.h"

namespace zhaimao {

// InputError: it exists and is no run folder, or holds files of the user's beside the run's.
// MachineError: it cannot be made. Nothing is touched: asked before a long run, and again before
// its folder is written.
void refuse_unless_replaceable(const std::filesystem::path& folder);

// Files in a run folder that its manifest does not list, from there; sorted.
[[nodiscard]] std::vector<std::string> files_of_no_run(const std::filesystem::path& folder);

// "runs/plan: holds ..., which will be replaced by ..." where a finished run gives way to another
// kind of result or to other futures; else empty.
[[nodiscard]] std::string replaced_text(const std::filesystem::path& folder,
                                        const Manifest& coming);

// The first of these, then the last on standard error unless quiet.
void prepare_run_target(const std::filesystem::path& folder, const Manifest& coming, bool quiet);

}  // namespace zhaimao
