#include "engine/ensemble/run.h"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <mutex>

#include "engine/core/parallel.h"
#include "engine/population/read_population.h"
#include "engine/population/report_marginals.h"
#include "engine/simulation/sample.h"
#include "engine/simulation/year.h"

namespace zhaimao {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// Populations by their drawn inputs: one shared by all replicates whose inputs are the central
// ones, one kept by each thread for those that differ.
class Populations {
   public:
    Populations(const Scenario& central, std::size_t threads, Isa isa)
        : isa_(isa),
          inputs_(central.population),
          areas_(central.counties),
          shared_(make(central)),
          own_(threads) {}

    std::shared_ptr<const Population> of(const Scenario& scenario, std::size_t worker) {
        if (scenario.population == inputs_ && has_central_people(scenario)) return shared_;
        own_[worker].reset();  // the old one first: at most one a thread is alive
        return own_[worker] = make(scenario);
    }

    const Population& central() const { return *shared_; }
    std::vector<Marginal> marginals(const std::vector<County>& areas) const {
        std::vector<Marginal> all;
        for (std::size_t c = 0; c < areas.size(); ++c)
            for (Marginal& m : report_marginals(inputs_, c, areas[c], shared_->counties[c]))
                all.push_back(std::move(m));
        return all;
    }

   private:
    std::shared_ptr<const Population> make(const Scenario& scenario) const {
        return std::make_shared<const Population>(
            make_population(scenario.population, scenario.counties, isa_));
    }

    // What else of its counties a population is made from.
    bool has_central_people(const Scenario& scenario) const {
        return std::equal(areas_.begin(), areas_.end(), scenario.counties.begin(),
                          scenario.counties.end(), [](const County& a, const County& b) {
                              return a.rural_people == b.rural_people &&
                                     a.registered_poor == b.registered_poor &&
                                     a.exited_people == b.exited_people;
                          });
    }

    Isa isa_;
    PopulationInputs inputs_;
    std::vector<County> areas_;
    std::shared_ptr<const Population> shared_;
    std::vector<std::shared_ptr<const Population>> own_;
};

UncertainInputs undrawn(const DrawnNumbers& uncertain, int replicates) {
    UncertainInputs inputs;
    for (const auto& [path, mean] : uncertain) inputs.paths.push_back(path);
    inputs.values.resize(static_cast<Eigen::Index>(inputs.paths.size()), replicates);
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
// pages are not handed back and cleared anew each time.
void keep_memory() {
    constexpr int largest = 1 << 30;
    mallopt(M_MMAP_THRESHOLD, largest);
    mallopt(M_TRIM_THRESHOLD, largest);
}

}  // namespace

Record run_replicate(const Scenario& scenario, std::shared_ptr<const Population> population,
                     std::uint64_t seed, std::uint32_t replicate, Isa isa) {
    World world(scenario, std::move(population), seed, replicate, isa);
    for (int year = scenario.start + 1; year <= scenario.horizon; ++year)
        simulate_year(world, year);
    weigh(world.record, world.layout, scenario.population.one_in);
    return std::move(world.record);
}

bool for_each_future(const Project& project, const RunOptions& options,
                     const std::function<void(const Future&)>& f) {
    keep_memory();
    const auto threads = static_cast<std::size_t>(options.threads);
    Populations populations(in_sample(project.central), threads, options.isa);
    std::mutex mutex;
    int done = 0;
    const auto run_one = [&](std::size_t index, std::size_t worker) {
        const auto replicate = static_cast<std::uint32_t>(index + 1);
        const Scenario scenario = draw_scenario(project, options.seed, replicate);
        f({index, replicate, scenario, populations.of(scenario, worker)});
        const std::lock_guard lock(mutex);
        if (options.progress) options.progress(++done, options.replicates);
    };
    return for_each_index(static_cast<std::size_t>(options.replicates), threads, run_one,
                          options.cancel);
}

std::optional<RunResult> run_ensemble(const Project& project, const RunOptions& options) {
    const auto threads = static_cast<std::size_t>(options.threads);
    keep_memory();
    const Clock::time_point start = Clock::now();
    Populations populations(in_sample(project.central), threads, options.isa);
    RunResult result{
        {layout_of(project.central), {}, undrawn(project.uncertain, options.replicates)},
        populations.marginals(project.central.counties),
        static_cast<std::int64_t>(populations.central().households()),
        seconds_since(start),
        0.0};
    result.ensemble.values.resize(static_cast<Eigen::Index>(result.ensemble.layout.size()),
                                  options.replicates);
    std::mutex mutex;
    int done = 0;
    const auto run_one = [&](std::size_t index, std::size_t worker) {
        // Replicates count from 1: 0 is the population's own.
        const auto replicate = static_cast<std::uint32_t>(index + 1);
        const Clock::time_point began = Clock::now();
        DrawnNumbers drawn;
        const Scenario scenario = draw_scenario(project, options.seed, replicate, &drawn);
        keep(drawn, index, result.ensemble.inputs);
        const std::shared_ptr<const Population> population = populations.of(scenario, worker);
        const double synthesis = seconds_since(began);
        const Record record =
            run_replicate(scenario, population, options.seed, replicate, options.isa);
        std::copy(record.begin(), record.end(),
                  result.ensemble.values.col(static_cast<Eigen::Index>(index)).data());
        const std::lock_guard lock(mutex);
        result.synthesis_seconds += synthesis;
        result.simulation_seconds += seconds_since(began) - synthesis;
        if (options.progress) options.progress(++done, options.replicates);
    };
    if (!for_each_index(static_cast<std::size_t>(options.replicates), threads, run_one,
                        options.cancel))
        return std::nullopt;
    return result;
}

}  // namespace zhaimao
