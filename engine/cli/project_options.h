// Loading a scenario or a study as the command line asks: its options stand above the scenario's
// own values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/study.h"
#include "engine/cli/options.h"
#include "engine/simulation/project.h"

namespace zhaimao {

// Every "path=value" of the command line: -n and --seed are settings like any other, so that the
// resolved configuration holds them.
[[nodiscard]] std::vector<std::string> settings_of(const Options& options);

// Warnings go to standard error unless quiet. InputError names the right command for a study, and
// the right file for a folder of results.
[[nodiscard]] Project load_with_options(const std::string& path, const Options& options);

// The same of a study.
[[nodiscard]] Study load_study_with_options(const std::string& path, const Options& options);

// InputError: the path is a folder of results where `what`, a scenario's or a study's file, is to
// be named.
void refuse_results(const std::string& path, std::string_view what);

}  // namespace zhaimao
