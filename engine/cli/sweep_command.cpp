#include "engine/cli/sweep_command.h"

#include <chrono>
#include <filesystem>
#include <iostream>

#include "engine/analysis/sweep_ranks.h"
#include "engine/cli/commands.h"
#include "engine/cli/project_options.h"
#include "engine/cli/run_options.h"
#include "engine/cli/signals.h"
#include "engine/core/shell_word.h"
#include "engine/io/file_system.h"
#include "engine/report/console.h"
#include "engine/report/progress.h"
#include "engine/report/study_folder.h"
#include "engine/report/sweep_progress.h"
#include "engine/report/sweep_text.h"
#include "engine/report/version.h"

namespace zhaimao {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

fs::path folder_of(const Options& options) {
    return options.output.value_or("runs/" + fs::path(options.files.front()).stem().string());
}

// A commit that changes no source goes on with the points of one before.
std::string program_id() {
    return std::string(program_version()) + " " + std::string(git_sources());
}

std::size_t points_of(const Study& study, const Shard& shard) {
    const std::size_t all = study.design.points();
    return shard.end(all) - shard.first(all);
}

// What is to be typed for the rest.
std::string command_again(const Options& options) {
    return "zhaimao " + options.line;
}

AboutStudy about_study(const Study& study) {
    return {study.id,
            std::string(design_ids[static_cast<std::size_t>(study.options.kind)]),
            static_cast<std::int64_t>(study.design.points()),
            static_cast<std::int64_t>(study.factors.size()),
            study.common_random_numbers,
            study.project.title};
}

int finish(const Study& study, StudyStore& store, const Options& options, Clock::time_point start) {
    const fs::path folder = folder_of(options);
    const std::vector<SensitivityRow> rows = sensitivity(study, store);
    Manifest manifest = manifest_of(study.project, options, run_options(study.project, options));
    manifest.kind = "study";
    manifest.about.title = study.title;
    manifest.about.study = about_study(study);
    manifest.inputs = hash_inputs(study.project.inputs);
    manifest.wall_seconds = std::chrono::duration<double>(Clock::now() - start).count();
    write_study_results(folder, study, store, rows, manifest);
    const std::map<std::size_t, std::string> failures = store.failures();
    std::cout << (options.json ? sweep_json(study, store, rows, folder.string())
                               : sweep_text(study, store, rows, options.language) +
                                     wrote_text(folder.string(), options.language));
    std::cerr << failures_text(failures, options.language);
    return failures.empty() ? done : points_failed;
}

// A rank computes on one thread unless told otherwise: there are as many ranks as cores.
SweepOptions sweep_options(const Study& study, const Options& options, const Ranks& ranks) {
    const RunOptions run = run_options(study.project, options);
    const int threads = ranks.size() > 1 ? options.threads.value_or(1) : run.threads;
    return {threads, run.isa, {options.shard.first, options.shard.second}, &interrupted(), {}};
}

SweepProgress::Shown shown(const Options& options) {
    if (options.quiet) return SweepProgress::Shown::nothing;
    return can_show_progress() ? SweepProgress::Shown::one_line
                               : SweepProgress::Shown::a_line_a_minute;
}

int show_status(const Options& options) {
    const fs::path named = options.files.front();
    std::vector<fs::path> files{named};
    if (named.extension() != ".sqlite") {
        const fs::path folder = fs::is_directory(named) ? named : folder_of(options);
        files = shard_files(folder);
        if (const fs::path whole = store_file(folder, {}); files.empty() || fs::exists(whole))
            files.insert(files.begin(), whole);
    }
    std::vector<StoreProgress> stores;
    for (const fs::path& file : files) stores.push_back({file, part_of(file), status_of(file)});
    std::cout << (options.json ? status_json(stores) : status_text(stores, options.language));
    return done;
}

// What a rank but the first does. Mistakes of the user are rank 0's to tell.
int help_first(Ranks& ranks, Options options) {
    options.quiet = true;
    try {
        const Study study = load_study_with_options(options.files.front(), options);
        sweep_as_other(ranks, study, sweep_options(study, options, ranks));
        return done;
    } catch (const InputError&) {
        return input_wrong;
    } catch (const std::exception& e) {
        std::cerr << "zhaimao: " << e.what() << '\n';
        ranks.abort(machine_failed);
    }
}

// What is to be typed once all parts are there: options by which a study is another are repeated.
std::string merge_line(const Options& options) {
    std::string line = "zhaimao merge " + shell_word(options.files.front());
    if (options.replicates) line += " -n " + std::to_string(*options.replicates);
    if (options.seed) line += " --seed " + std::to_string(*options.seed);
    for (const std::string& setting : options.settings) line += " --set " + shell_word(setting);
    if (options.output) line += " -o " + shell_word(*options.output);
    return line;
}

int finish_shard(const StudyStore& store, const fs::path& file, const Options& options) {
    const StoreProgress part{file, part_of(file), status_of(file)};
    std::cout << (options.json ? shard_json(part, merge_line(options))
                               : shard_text(file.string(), merge_line(options), options.language));
    const std::map<std::size_t, std::string> failures = store.failures();
    std::cerr << failures_text(failures, options.language);
    return failures.empty() ? done : points_failed;
}

int sweep_study(Ranks& ranks, const Options& options) {
    const Clock::time_point start = Clock::now();
    const Study study = load_study_with_options(options.files.front(), options);
    const fs::path folder = folder_of(options);
    prepare_study_folder(folder);
    SweepOptions how = sweep_options(study, options, ranks);
    const fs::path file = store_file(folder, how.shard);
    const FileLock lock(file.string() + ".lock");
    StudyStore store(file, study, program_id());
    const std::size_t total = points_of(study, how.shard);
    bool whole = false;
    {
        SweepProgress progress(shown(options), total, store.counts());
        how.progress = [&](const StoreCounts& counts) { progress.update(counts); };
        whole =
            ranks.size() > 1 ? sweep_as_first(ranks, study, store, how) : sweep(study, store, how);
    }
    if (!whole) {
        std::cerr << interrupted_text(store.counts(), total, command_again(options),
                                      options.language);
        return interrupted_exit_code();
    }
    return how.shard.count == 1 ? finish(study, store, options, start)
                                : finish_shard(store, file, options);
}

}  // namespace

int sweep_command(const Options& options) {
    if (options.files.size() != 1) throw InputError("sweep: name one study's file");
    if (options.status) return show_status(options);
    Ranks ranks;
    if (ranks.rank() > 0) return help_first(ranks, options);
    if (ranks.size() == 1) return sweep_study(ranks, options);
    // The others wait for points: they end with this one.
    try {
        return sweep_study(ranks, options);
    } catch (const InputError& e) {
        std::cerr << e.what() << '\n';
        ranks.abort(input_wrong);
    } catch (const std::exception& e) {
        std::cerr << "zhaimao: " << e.what() << '\n';
        ranks.abort(machine_failed);
    }
}

int merge_command(const Options& options) {
    const Clock::time_point start = Clock::now();
    if (options.files.empty()) throw InputError("merge: name the study's file");
    const Study study = load_study_with_options(options.files.front(), options);
    const fs::path folder = folder_of(options);
    std::vector<fs::path> parts(options.files.begin() + 1, options.files.end());
    if (parts.empty()) parts = shard_files(folder);
    if (parts.empty())
        throw InputError("merge: no part is in " + folder.string() +
                         " (`zhaimao sweep --shard 1/6` makes the first of six). Name the stores "
                         "behind the study, or their folder with -o");
    for (const fs::path& part : parts) refuse_unless_store_of(part, study, program_id());
    prepare_study_folder(folder);
    const fs::path file = store_file(folder, {});
    const FileLock lock(file.string() + ".lock");
    StudyStore store(file, study, program_id());
    for (const fs::path& part : parts) store.take_over(part);
    const std::size_t missing = pending_points(store, {}).size();
    if (missing > 0)
        throw InputError("merge: " + std::to_string(missing) + " of " +
                         std::to_string(study.design.points()) +
                         " points are in none of the stores; the others are in " + file.string() +
                         ". `zhaimao sweep` computes the rest");
    return finish(study, store, options, start);
}

}  // namespace zhaimao
