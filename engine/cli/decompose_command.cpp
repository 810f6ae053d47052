#include "engine/cli/decompose_command.h"

#include <chrono>
#include <iostream>

#include "engine/analysis/decompose.h"
#include "engine/analysis/variance_budget.h"
#include "engine/cli/analysis_folder.h"
#include "engine/cli/project_options.h"
#include "engine/cli/run_options.h"
#include "engine/cli/run_target.h"
#include "engine/cli/signals.h"
#include "engine/report/console.h"
#include "engine/report/contribution.h"
#include "engine/report/from_project.h"
#include "engine/report/label_table.h"
#include "engine/report/progress.h"
#include "engine/report/variance_text.h"

namespace zhaimao {
namespace {

using Clock = std::chrono::steady_clock;

// One pair of an order and its reverse in each future: more futures serve better than more orders.
constexpr int fewest_permutations = 2;

DecomposeBy decompose_by(const Options& options) {
    if (!options.by_instrument) return {PlayersBy::batch, options.permutations.value_or(0)};
    return {PlayersBy::instrument, options.permutations.value_or(fewest_permutations)};
}

// What an analysis has found, ready to be written.
struct Findings {
    std::vector<Table> tables;
    std::string text, json;
};

std::optional<Findings> shares_of(const Project& project, const RunOptions& run,
                                  const Options& options, const std::string& path) {
    const std::optional<Decomposition> d = decompose(project, run, decompose_by(options));
    if (!d) return std::nullopt;
    const ReportContext context = report_context(project);
    return Findings{{contribution_table(context, *d), label_table(context)},
                    contribution_text(context, *d, options.language),
                    contribution_json(context, *d, path)};
}

std::optional<Findings> budget_of(const Project& project, const RunOptions& run,
                                  const Options& options, const std::string& path) {
    const std::optional<VarianceBudget> budget = variance_budget(project, run);
    if (!budget) return std::nullopt;
    const ReportContext context = report_context(project);
    return Findings{{variance_table(context, *budget), label_table(context)},
                    variance_text(context, *budget, options.language),
                    variance_json(context, *budget, path)};
}

}  // namespace

int decompose_command(const Options& options) {
    const Clock::time_point began = Clock::now();
    if (options.files.size() != 1) throw InputError("decompose: name one scenario file");
    const Project project = load_with_options(options.files[0], options);
    const std::string path = options.output.value_or(
        (options.variance ? "runs/variance-" : "runs/decompose-") + project.id);
    RunOptions run = run_options(project, options);
    prepare_run_target(path, manifest_of(project, options, run), options.quiet);
    Progress progress("futures", can_show_progress() && !options.quiet);
    run.progress = [&progress](int done, int total) { progress.update(done, total); };
    const std::optional<Findings> found = options.variance ? budget_of(project, run, options, path)
                                                           : shares_of(project, run, options, path);
    if (!found || !write_analysis_folder(path, project, options, run, found->tables, began))
        return interrupted_exit_code();
    std::cout << (options.json ? found->json : found->text + wrote_text(path, options.language));
    return 0;
}

}  // namespace zhaimao
