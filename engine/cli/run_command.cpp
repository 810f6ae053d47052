#include "engine/cli/run_command.h"

#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "engine/cli/project_options.h"
#include "engine/cli/run_options.h"
#include "engine/cli/run_target.h"
#include "engine/cli/signals.h"
#include "engine/io/yaml_writer.h"
#include "engine/report/console.h"
#include "engine/report/from_project.h"
#include "engine/report/run_folder.h"
#include "engine/report/tables.h"

namespace zhaimao {

namespace {

using Clock = std::chrono::steady_clock;

bool colour() {
    const char* refused = std::getenv("NO_COLOR");
    return ::isatty(STDOUT_FILENO) == 1 && (refused == nullptr || *refused == '\0');
}

void print(const ReportContext& context, const RunDigest& numbers, const Options& options,
           const std::string& folder) {
    if (options.json) {
        std::cout << console_json(context, numbers, folder);
    } else {
        std::cout << console_text(context, numbers,
                                  {options.language, colour(), ConsoleStyle{}.columns, options.all})
                  << wrote_text(folder, options.language);
    }
}

}  // namespace

int run_command(const Options& options) {
    const Clock::time_point start = Clock::now();
    if (options.files.size() != 1) throw InputError("run: name one scenario file");
    const Project project = load_with_options(options.files[0], options);
    RunFolder folder{options.output.value_or("runs/" + project.id), {}, {}, options.language};
    folder.manifest = manifest_of(project, options, run_options(project, options));
    prepare_run_target(folder.path, folder.manifest, options.quiet);
    const std::optional<RunResult> result = simulate(project, options);
    if (!result) return interrupted_exit_code();

    const ReportContext context = report_context(project, *result);
    const RunDigest numbers = digest(context, result->ensemble);
    folder.manifest.about = about(context);
    folder.manifest.inputs = hash_inputs(project.inputs);
    folder.manifest.non_finite_values = numbers.non_finite.values;
    folder.effective_yaml = write_yaml(project.tree, project.title);
    const std::vector<Table> tables = run_tables(context, result->ensemble);
    folder.manifest.wall_seconds = std::chrono::duration<double>(Clock::now() - start).count();
    const std::string path = folder.path.string();
    const Replicates replicates{context, result->ensemble};
    refuse_unless_replaceable(folder.path);
    if (!write_run_folder(std::move(folder), tables, interrupted(), &replicates))
        return interrupted_exit_code();
    print(context, numbers, options, path);
    return 0;
}

}  // namespace zhaimao
