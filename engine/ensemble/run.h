// Runs the replicates of a scenario on several threads, with the same bits for any number of them.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/core/isa.h"
#include "engine/ensemble/ensemble.h"
#include "engine/ensemble/populations.h"
#include "engine/population/columns.h"
#include "engine/simulation/project.h"

namespace zhaimao {

struct RunOptions {
    int replicates = 0;
    std::uint64_t seed = 0;
    int threads = 1;
    Isa isa = Isa::baseline;
    Recording recording;  // of what the scenarios record, what is wanted
    std::function<void(int done, int total)> progress;  // called under a lock, from any thread
    const std::atomic<bool>* cancel = nullptr;
};

struct RunResult {
    Ensemble ensemble;
    std::vector<Marginal> marginals;  // of the population with distributions at their means
    std::int64_t households = 0;      // simulated
    double synthesis_seconds = 0.0;   // summed over threads; of all that ran together, in the first
    double simulation_seconds = 0.0;
};

// Several projects over the same futures: equal population inputs are made once in each, years that
// scenarios share are lived once, and the results are those that each would have alone. Replicates
// of `before`, results of the same with fewer, are kept and not lived again. Empty where it was
// cancelled.
[[nodiscard]] std::optional<std::vector<RunResult>> run_ensembles(
    std::span<const Project> projects, const RunOptions& options,
    std::vector<RunResult> before = {});

// Empty where it was cancelled.
[[nodiscard]] std::optional<RunResult> run_ensemble(const Project& project,
                                                    const RunOptions& options);

// What one replicate begins with.
struct Future {
    std::size_t index = 0;        // from 0
    std::uint32_t replicate = 0;  // from 1: keys the draws
    std::size_t worker = 0;       // the thread
    const Scenario& scenario;     // as it is simulated
    std::shared_ptr<const Population> population;
    Populations& populations;  // for other scenarios of this future
};

// Calls f for every replicate, from any thread. False where it was cancelled.
[[nodiscard]] bool for_each_future(const Project& project, const RunOptions& options,
                                   const std::function<void(const Future&)>& f);

// The years of one replicate; of a scenario as it is simulated, recorded in real people.
[[nodiscard]] Record run_replicate(const Scenario& scenario,
                                   std::shared_ptr<const Population> population, const Draws& draws,
                                   Isa isa);

}  // namespace zhaimao
