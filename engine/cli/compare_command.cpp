#include "engine/cli/compare_command.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <iostream>

#include "engine/cli/project_options.h"
#include "engine/cli/run_options.h"
#include "engine/cli/run_target.h"
#include "engine/cli/signals.h"
#include "engine/io/yaml_writer.h"
#include "engine/report/compare_text.h"
#include "engine/report/console.h"
#include "engine/report/difference_table.h"
#include "engine/report/from_project.h"
#include "engine/report/label_table.h"
#include "engine/report/run_folder.h"
#include "engine/report/tables.h"

namespace zhaimao {
namespace {

std::vector<std::uint32_t> codes_of(const Project& project) {
    std::vector<std::uint32_t> codes;
    for (const County& county : project.central.counties) codes.push_back(county.code);
    return codes;
}

std::string years_of(const Project& project) {
    return std::to_string(project.central.start) + "-" + std::to_string(project.central.horizon);
}

void refuse_unless_comparable(const Project& baseline, const Project& other) {
    const std::string both = "compare: '" + baseline.id + "' and '" + other.id + "' ";
    if (codes_of(baseline) != codes_of(other))
        throw InputError(both + "are of different places (their counties have not the same codes)");
    if (years_of(baseline) != years_of(other))
        throw InputError(both + "are of different years (" + years_of(baseline) + ", " +
                         years_of(other) + "). Give them one start and horizon");
    if (baseline.central.population.one_in != other.central.population.one_in)
        throw InputError(both + "simulate different samples. Give them one population.sample");
}

// Tables tell scenarios apart by their names. One may be held against itself, once.
void refuse_namesakes(const std::vector<Project>& projects, const std::vector<std::string>& files) {
    for (std::size_t k = 1; k < projects.size(); ++k)
        for (std::size_t j = 0; j < k; ++j) {
            const bool is_itself = j == 0 && std::filesystem::equivalent(files[j], files[k]);
            if (projects[j].id == projects[k].id && !is_itself)
                throw InputError("compare: '" + files[j] + "' and '" + files[k] +
                                 "' have one name, by which tables tell scenarios apart. Rename "
                                 "one of the files");
        }
}

// The others draw what the baseline draws.
std::vector<Project> load_all(const Options& options) {
    std::vector<Project> projects;
    for (const std::string& file : options.files) {
        projects.push_back(load_with_options(file, options));
        projects.back().seed = projects.front().seed;
        projects.back().replicates = projects.front().replicates;
        refuse_unless_comparable(projects.front(), projects.back());
    }
    refuse_namesakes(projects, options.files);
    return projects;
}

bool write_folder(const Options& options, const std::vector<Project>& projects,
                  const ReportContext& context, const DifferenceTable& differences,
                  const std::string& path, double seconds) {
    const Project& baseline = projects.front();
    RunFolder folder{path, manifest_of(baseline, options, run_options(baseline, options)),
                     write_yaml(baseline.tree, baseline.title), options.language};
    folder.manifest.about = about(context);
    for (const Project& project : projects)
        for (HashedFile& file : hash_inputs(project.inputs))
            folder.manifest.inputs.push_back(std::move(file));
    folder.manifest.wall_seconds = seconds;
    Table labels = label_table(context);
    for (std::size_t k = 1; k < projects.size(); ++k)
        if (projects[k].id != baseline.id)
            add_label(labels, "scenario", projects[k].id, projects[k].title);
    refuse_unless_replaceable(folder.path);
    return write_run_folder(
        std::move(folder),
        {area_table(context), indicator_table_of_run(), labels, differences.table()},
        interrupted());
}

std::vector<ComparedScenario> compare_all(const std::vector<Project>& projects,
                                          const std::vector<RunResult>& results) {
    std::vector<ComparedScenario> others;
    for (std::size_t k = 1; k < projects.size(); ++k)
        others.push_back({projects[k].title, projects[k].id,
                          compare(results[0].ensemble, projects[0].central.counties,
                                  results[k].ensemble, projects[k].central.counties)});
    return others;
}

// Of the difference in poor people, people: the widest of all scenarios.
double half_width(const std::vector<ComparedScenario>& others) {
    double widest = 0.0;
    for (const ComparedScenario& other : others)
        widest = std::max(widest, half_width(other.comparison.poor_people));
    return widest;
}

// Fewer may agree by chance, and are not believed that an interval is narrow.
constexpr int fewest_to_stop = 20;
constexpr int most_futures = 100000;

// How many futures should bring the half-width down to what is wanted: it shrinks with their root.
// A tenth more, because the spread is itself an estimate; at most four times as many at once,
// because that of a few is a bad one.
int futures_for(double wanted, double now, int replicates) {
    constexpr double margin = 1.1, most_at_once = 4.0;
    const double ratio = std::isfinite(now) ? now / wanted : 2.0;
    const double needed = std::ceil(margin * ratio * ratio * replicates);
    const double most = std::min(most_at_once * replicates, static_cast<double>(most_futures));
    return static_cast<int>(std::clamp(needed, replicates + 1.0, most));
}

// What is written in effective.yaml runs as many.
void set_replicates(std::vector<Project>& projects, int replicates) {
    for (Project& project : projects) {
        project.replicates = replicates;
        Node* const ensemble = project.tree.find("ensemble");
        if (Node* written = ensemble == nullptr ? nullptr : ensemble->find("replicates"))
            written->set_text(std::to_string(replicates));
    }
}

}  // namespace

int compare_command(const Options& options) {
    const auto start = std::chrono::steady_clock::now();
    if (options.files.size() < 2)
        throw InputError("compare: name a baseline and at least one scenario to hold against it");
    std::vector<Project> projects = load_all(options);
    const std::string path = options.output.value_or("runs/compare-" + projects.front().id);
    if (options.until_halfwidth)
        set_replicates(projects, std::max(projects.front().replicates, fewest_to_stop));
    prepare_run_target(
        path, manifest_of(projects.front(), options, run_options(projects.front(), options)),
        options.quiet || options.until_halfwidth);
    std::vector<RunResult> results;
    std::vector<ComparedScenario> others;
    while (true) {
        std::optional<std::vector<RunResult>> run = simulate(projects, options, std::move(results));
        if (!run) return interrupted_exit_code();
        results = std::move(*run);
        others = compare_all(projects, results);
        const double now = half_width(others);
        if (!options.until_halfwidth || now <= *options.until_halfwidth ||
            projects.front().replicates >= most_futures)
            break;
        set_replicates(projects,
                       futures_for(*options.until_halfwidth, now, projects.front().replicates));
    }
    const ReportContext context = report_context(projects.front(), results.front());
    DifferenceTable differences(context);
    for (std::size_t k = 1; k < projects.size(); ++k)
        differences.add(projects[k].id, results[0].ensemble, results[k].ensemble);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    if (!write_folder(options, projects, context, differences, path, took.count()))
        return interrupted_exit_code();
    if (options.json) {
        std::cout << compare_json(context, others, path);
    } else {
        std::cout << compare_text(context, others, options.language);
        if (options.until_halfwidth && half_width(others) > *options.until_halfwidth)
            std::cout << not_reached_text(*options.until_halfwidth, half_width(others),
                                          options.language);
        std::cout << wrote_text(path, options.language);
    }
    return 0;
}

}  // namespace zhaimao
