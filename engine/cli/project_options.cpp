#include "engine/cli/project_options.h"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>

#include "engine/io/study_file.h"
#include "engine/report/manifest.h"

namespace zhaimao {
namespace {

void show(const std::vector<std::string>& warnings, const Options& options) {
    if (options.quiet) return;
    for (const std::string& warning : warnings) std::cerr << warning << '\n';
}

}  // namespace

std::vector<std::string> settings_of(const Options& options) {
    std::vector<std::string> settings = options.settings;
    if (options.replicates) {
        settings.push_back("ensemble.replicates=" + std::to_string(*options.replicates));
    }
    if (options.seed) settings.push_back("ensemble.seed=" + std::to_string(*options.seed));
    return settings;
}

void refuse_results(const std::string& path, std::string_view what) {
    const std::filesystem::path effective = std::filesystem::path(path) / "effective.yaml";
    if (!has_results(path) || !std::filesystem::exists(effective)) return;
    throw InputError(
        fmt::format("{}: is a folder of results ({} is to be named here). Its scenario is {}; "
                    "`zhaimao report {} "
                    "-o FILE` makes a document of it",
                    path, what, effective.string(), path));
}

Project load_with_options(const std::string& path, const Options& options) {
    refuse_results(path, "a scenario's file");
    std::vector<std::string> warnings;
    try {
        Project project = load_project(path, settings_of(options), warnings);
        show(warnings, options);
        return project;
    } catch (const InputError&) {
        if (file_kind(path) != FileKind::study) throw;
        throw InputError(path + ": this is a study, not a scenario: zhaimao sweep " + path);
    }
}

Study load_study_with_options(const std::string& path, const Options& options) {
    refuse_results(path, "a study's file");
    Diagnostics diagnostics;
    Study study = read_study(path, settings_of(options), diagnostics);
    if (diagnostics.has_errors() && file_kind(path) == FileKind::scenario)
        throw InputError(path + ": this is a scenario, not a study: zhaimao run " + path);
    diagnostics.throw_if_errors();
    std::vector<std::string> warnings;
    for (const Mistake& warning : diagnostics.sorted()) warnings.push_back(warning.text());
    show(warnings, options);
    return study;
}

}  // namespace zhaimao
