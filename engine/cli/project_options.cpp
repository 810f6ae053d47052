#include "engine/cli/project_options.h"

#include <iostream>

namespace zhaimao {

std::vector<std::string> settings_of(const Options& options) {
    std::vector<std::string> settings = options.settings;
    if (options.replicates) {
        settings.push_back("ensemble.replicates=" + std::to_string(*options.replicates));
    }
    if (options.seed) settings.push_back("ensemble.seed=" + std::to_string(*options.seed));
    return settings;
}

Project load_with_options(const std::string& path, const Options& options) {
    std::vector<std::string> warnings;
    Project project = load_project(path, settings_of(options), warnings);
    if (!options.quiet) {
        for (const std::string& warning : warnings) std::cerr << warning << '\n';
    }
    return project;
}

}  // namespace zhaimao
