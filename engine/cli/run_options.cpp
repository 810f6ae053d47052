#include "engine/cli/run_options.h"

#include "engine/cli/signals.h"
#include "engine/core/parallel.h"
#include "engine/report/progress.h"

namespace zhaimao {

RunOptions run_options(const Project& project, const Options& options) {
    RunOptions run;
    run.replicates = project.replicates;
    run.seed = project.seed;
    run.threads = options.threads.value_or(static_cast<int>(available_threads()));
    run.isa = options.isa.value_or(best_isa());
    run.cancel = &interrupted();
    return run;
}

Manifest manifest_of(const Project& project, const Options& options, const RunOptions& run) {
    Manifest manifest;
    manifest.command = options.command;
    manifest.scenario = project.id;
    for (const std::string& setting : options.settings) {
        const std::size_t equals = setting.find('=');
        manifest.settings[setting.substr(0, equals)] = setting.substr(equals + 1);
    }
    manifest.command_line = options.line;
    manifest.seed = run.seed;
    manifest.replicates = run.replicates;
    manifest.one_in = project.central.population.one_in;
    manifest.threads = run.threads;
    manifest.isa = name(run.isa);
    return manifest;
}

std::optional<std::vector<RunResult>> simulate(std::span<const Project> projects,
                                               const Options& options,
                                               std::vector<RunResult> before) {
    RunOptions run = run_options(projects.front(), options);
    Progress progress("replicates", can_show_progress() && !options.quiet);
    run.progress = [&progress](int finished, int total) { progress.update(finished, total); };
    return run_ensembles(projects, run, std::move(before));
}

std::optional<RunResult> simulate(const Project& project, const Options& options) {
    std::optional<std::vector<RunResult>> results =
        simulate(std::span<const Project>(&project, 1), options);
    if (!results) return std::nullopt;
    return std::move(results->front());
}

}  // namespace zhaimao
