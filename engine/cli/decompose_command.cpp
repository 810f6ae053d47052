#include "engine/cli/decompose_command.h"

#include <chrono>
#include <iostream>

#include "engine/analysis/decompose.h"
#include "engine/cli/project_options.h"
#include "engine/cli/run_options.h"
#include "engine/cli/signals.h"
#include "engine/io/yaml_writer.h"
#include "engine/report/console.h"
#include "engine/report/contribution.h"
#include "engine/report/from_project.h"
#include "engine/report/progress.h"
#include "engine/report/run_folder.h"

namespace zhaimao {
namespace {

// One pair of an order and its reverse in each future: more futures serve better than more orders.
constexpr int fewest_permutations = 2;

DecomposeBy decompose_by(const Options& options) {
    if (!options.by_instrument) return {PlayersBy::batch, options.permutations.value_or(0)};
    return {PlayersBy::instrument, options.permutations.value_or(fewest_permutations)};
}

}  // namespace

int decompose_command(const Options& options) {
    const auto start = std::chrono::steady_clock::now();
    if (options.files.size() != 1) throw InputError("decompose: name one scenario file");
    const Project project = load_with_options(options.files[0], options);
    const std::string path = options.output.value_or("runs/decompose-" + project.id);
    refuse_unless_run_folder(path);
    RunOptions run = run_options(project, options);
    Progress progress("futures", can_show_progress() && !options.quiet);
    run.progress = [&progress](int done, int total) { progress.update(done, total); };
    const std::optional<Decomposition> d = decompose(project, run, decompose_by(options));
    if (!d) return interrupted_exit_code();

    const ReportContext context = report_context(project);
    RunFolder folder{path, manifest_of(project, options, run),
                     write_yaml(project.tree, project.title)};
    folder.manifest.inputs = hash_inputs(project.inputs);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    folder.manifest.wall_seconds = took.count();
    if (!write_run_folder(std::move(folder), {contribution_table(context, *d)}, interrupted()))
        return interrupted_exit_code();
    if (options.json) {
        std::cout << contribution_json(context, *d, path);
    } else {
        std::cout << contribution_text(context, *d, options.language)
                  << wrote_text(path, options.language);
    }
    return 0;
}

}  // namespace zhaimao
