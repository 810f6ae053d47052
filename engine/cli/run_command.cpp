#include "engine/cli/run_command.h"

#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "engine/cli/project_options.h"
#include "engine/cli/signals.h"
#include "engine/core/parallel.h"
#include "engine/ensemble/run.h"
#include "engine/io/yaml_writer.h"
#include "engine/report/console.h"
#include "engine/report/from_project.h"
#include "engine/report/progress.h"
#include "engine/report/run_folder.h"
#include "engine/report/tables.h"

namespace zhaimao {

namespace {

using Clock = std::chrono::steady_clock;

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

std::optional<RunResult> simulate(const Project& project, RunOptions run, bool quiet) {
    Progress progress("replicates", can_show_progress() && !quiet);
    run.progress = [&progress](int finished, int total) { progress.update(finished, total); };
    return run_ensemble(project, run);
}

bool colour() {
    const char* refused = std::getenv("NO_COLOR");
    return ::isatty(STDOUT_FILENO) == 1 && (refused == nullptr || *refused == '\0');
}

void print(const ReportContext& context, const RunDigest& numbers, const Options& options,
           const std::string& folder) {
    if (options.json) {
        std::cout << console_json(context, numbers, folder);
    } else {
        std::cout << console_text(context, numbers, {options.language, colour(), ConsoleStyle{}.columns, options.all})
                  << wrote_text(folder, options.language);
    }
}

}  // namespace

int run_command(const Options& options) {
    const Clock::time_point start = Clock::now();
    if (options.files.size() != 1) throw InputError("run: name one scenario file");
    const Project project = load_with_options(options.files[0], options);
    RunFolder folder{options.output.value_or("runs/" + project.id), {}, {}};
    refuse_unless_run_folder(folder.path);
    const RunOptions run = run_options(project, options);
    const std::optional<RunResult> result = simulate(project, run, options.quiet);
    if (!result) return interrupted_exit_code();

    const ReportContext context = report_context(project, *result);
    const RunDigest numbers = digest(context, result->ensemble);
    folder.manifest = manifest_of(project, options, run);
    folder.manifest.inputs = hash_inputs(project.inputs);
    folder.manifest.non_finite_values = numbers.non_finite.values;
    folder.effective_yaml = write_yaml(project.tree, project.title);
    const std::vector<Table> tables = run_tables(context, result->ensemble);
    folder.manifest.wall_seconds = std::chrono::duration<double>(Clock::now() - start).count();
    const std::string path = folder.path.string();
    if (!write_run_folder(std::move(folder), tables, interrupted())) return interrupted_exit_code();
    print(context, numbers, options, path);
    return 0;
}

}  // namespace zhaimao
