#include "engine/ensemble/run.h"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <mutex>

#include "engine/core/contracts.h"
#include "engine/core/parallel.h"
#include "engine/ensemble/shared_history.h"
#include "engine/population/report_marginals.h"
#include "engine/simulation/sample.h"
#include "engine/simulation/year.h"

namespace zhaimao {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

UncertainInputs undrawn(const DrawnNumbers& uncertain) {
    UncertainInputs inputs;
    for (const auto& [path, mean] : uncertain) inputs.paths.push_back(path);
    inputs.values.resize(static_cast<Eigen::Index>(inputs.paths.size()), 0);
    return inputs;
}

void keep(const DrawnNumbers& drawn, std::size_t replicate, UncertainInputs& inputs) {
    for (std::size_t i = 0; i < inputs.paths.size(); ++i) {
        const auto found = drawn.find(inputs.paths[i]);
        inputs.values(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(replicate)) =
            found == drawn.end() ? std::numeric_limits<double>::quiet_NaN() : found->second;
    }
}

// Replicates allocate and free the same large columns again and again: kept by the process, their
// pages are not handed back and cleared anew each time. It is asked for in large pieces: glibc
// would ask the system for a column at a time.
void keep_memory() {
    constexpr int largest = 1 << 30;
    constexpr int piece = 1 << 26;  // as much as a thread's heap may hold
    mallopt(M_TOP_PAD, piece);
    mallopt(M_MMAP_THRESHOLD, largest);
    mallopt(M_TRIM_THRESHOLD, largest);
}

// A result without a record yet.
RunResult begun(const Project& project, const Population& central, const RunOptions& options) {
    RunResult result{Ensemble(layout_of(project.central), undrawn(project.uncertain)),
                     {},
                     static_cast<std::int64_t>(central.households()),
                     0.0,
                     0.0};
    const Scenario simulated = in_sample(project.central);
    std::vector<std::vector<Marginal>> marginals(simulated.counties.size());
    for_each_index(marginals.size(), static_cast<std::size_t>(options.threads),
                   [&](std::size_t c, std::size_t) {
                       marginals[c] =
                           report_marginals(simulated.population, c, project.central.counties[c],
                                            central.counties[c], options.isa);
                   });
    for (const std::vector<Marginal>& of_county : marginals)
        result.marginals.insert(result.marginals.end(), of_county.begin(), of_county.end());
    return result;
}

void make_room(Ensemble& ensemble, int replicates) {
    ensemble.records.resize(static_cast<std::size_t>(replicates));
    ensemble.inputs.values.conservativeResize(Eigen::NoChange, replicates);
}

std::vector<Scenario> centres_of(std::span<const Project> projects) {
    std::vector<Scenario> central;
    for (const Project& project : projects) central.push_back(in_sample(project.central));
    return central;
}

// Few replicates, many threads: the counties of a replicate share what is left.
std::size_t threads_each(std::size_t threads, std::size_t replicates) {
    return std::max<std::size_t>(1, threads / std::max<std::size_t>(1, replicates));
}

// By worker: with so many threads each, and memory that its worlds share.
std::vector<WorldUse> uses_of(std::size_t workers, std::size_t threads_each) {
    std::vector<WorldUse> uses(workers);
    for (WorldUse& use : uses) {
        use.threads = threads_each;
        use.scratch = std::make_shared<std::vector<Scratch>>(threads_each);
    }
    return uses;
}

// One future of every project; what it drew and what it recorded go to the results.
void live_future(std::span<const Project> projects, const RunOptions& options, std::size_t index,
                 std::size_t worker, WorldUse use, Populations& populations,
                 std::vector<RunResult>& results, double& synthesis_seconds) {
    // Replicates count from 1: 0 is the population's own.
    const auto replicate = static_cast<std::uint32_t>(index + 1);
    const Clock::time_point start = Clock::now();
    populations.begin_replicate(worker);
    std::vector<Beginning> beginnings;
    for (std::size_t k = 0; k < projects.size(); ++k) {
        DrawnNumbers drawn;
        Scenario scenario = draw_scenario(projects[k], options.seed, replicate, &drawn);
        scenario.recording = scenario.recording.within(options.recording);
        keep(drawn, index, results[k].ensemble.inputs);
        std::shared_ptr<const Population> people = populations.of(scenario, worker);
        std::shared_ptr<const Started> started;
        if (options.replicates > 1) started = populations.started(people.get());
        beginnings.push_back({std::move(scenario), std::move(people), std::move(started)});
    }
    synthesis_seconds = seconds_since(start);
    // Nobody else begins with it: the future's own, or that of an only future.
    if (projects.size() == 1 && !beginnings.front().started)
        use.last_use = populations.last_use(beginnings.front().population.get(), worker);
    const Histories lived =
        live_together(beginnings, Draws(options.seed, replicate), options.isa, use);
    for (std::size_t k = 0; k < projects.size(); ++k)
        results[k].ensemble.records.write(index, lived.records[k]);
}

}  // namespace

Record run_replicate(const Scenario& scenario, std::shared_ptr<const Population> population,
                     const Draws& draws, Isa isa) {
    WorldUse use;
    use.lends_columns = true;
    use.keeps_observed = looks_at_last_year(scenario);
    World world(scenario, std::move(population), draws, isa, use);
    for (int year = scenario.start + 1; year <= scenario.horizon; ++year)
        simulate_year(world, year);
    weigh(world.record, world.layout, scenario.population.one_in);
    return std::move(world.record);
}

bool for_each_future(const Project& project, const RunOptions& options,
                     const std::function<void(const Future&)>& f) {
    keep_memory();
    const auto threads = static_cast<std::size_t>(options.threads);
    Populations populations({in_sample(project.central)}, threads, options.isa);
    std::mutex mutex;
    int done = 0;
    const auto run_one = [&](std::size_t index, std::size_t worker) {
        const auto replicate = static_cast<std::uint32_t>(index + 1);
        const Scenario scenario = draw_scenario(project, options.seed, replicate);
        populations.begin_replicate(worker);
        f({index, replicate, worker, scenario, populations.of(scenario, worker), populations});
        const std::lock_guard lock(mutex);
        if (options.progress) options.progress(++done, options.replicates);
    };
    return for_each_index(static_cast<std::size_t>(options.replicates), threads, run_one,
                          options.cancel);
}

std::optional<std::vector<RunResult>> run_ensembles(std::span<const Project> projects,
                                                    const RunOptions& options,
                                                    std::vector<RunResult> results) {
    keep_memory();
    const auto threads = static_cast<std::size_t>(options.threads);
    const Clock::time_point start = Clock::now();
    const std::size_t kept = results.empty() ? 0 : results.front().ensemble.replicates();
    const auto wanted = static_cast<std::size_t>(options.replicates);
    EXPECTS(kept <= wanted);
    const std::size_t each = threads_each(threads, wanted - kept);
    Populations populations(centres_of(projects), threads, options.isa, each);
    for (std::size_t k = results.size(); k < projects.size(); ++k)
        results.push_back(begun(projects[k], *populations.central(k), options));
    for (RunResult& result : results) make_room(result.ensemble, options.replicates);
    results.front().synthesis_seconds = seconds_since(start);
    const std::vector<WorldUse> uses = uses_of(threads, each);
    std::mutex mutex;
    int done = static_cast<int>(kept);
    const auto run_one = [&](std::size_t further, std::size_t worker) {
        const Clock::time_point began = Clock::now();
        const std::size_t index = kept + further;
        double synthesis = 0.0;
        live_future(projects, options, index, worker, uses[worker], populations, results,
                    synthesis);
        const std::lock_guard lock(mutex);
        const auto sharing = static_cast<double>(each);
        results.front().synthesis_seconds += sharing * synthesis;
        results.front().simulation_seconds += sharing * (seconds_since(began) - synthesis);
        if (options.progress) options.progress(++done, options.replicates);
    };
    if (!for_each_index(wanted - kept, threads, run_one, options.cancel)) return std::nullopt;
    return results;
}

std::optional<RunResult> run_ensemble(const Project& project, const RunOptions& options) {
    std::optional<std::vector<RunResult>> results = run_ensembles({&project, 1}, options);
    if (!results) return std::nullopt;
    return std::move(results->front());
}

}  // namespace zhaimao
