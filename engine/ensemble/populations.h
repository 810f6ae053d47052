// The populations of an ensemble, keyed by what they are made from: one for all replicates whose
// drawn inputs are the central ones, kept for the whole run; others made where they are asked for
// and kept by the thread until it begins its next replicate.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "engine/core/isa.h"
#include "engine/population/columns.h"
#include "engine/simulation/world.h"

namespace zhaimao {

class Populations {
   public:
    // The central scenarios, as they are simulated; those with the same inputs share one. The
    // threads share its counties; so do `threads_each` those of a population of one worker's own.
    Populations(const std::vector<Scenario>& central, std::size_t threads, Isa isa,
                std::size_t threads_each = 1);

    // This worker's own of the replicate before are forgotten.
    void begin_replicate(std::size_t worker) { own_[worker].clear(); }

    // Equal inputs, one population. From the worker's thread only.
    [[nodiscard]] std::shared_ptr<const Population> of(const Scenario& scenario,
                                                       std::size_t worker);

    [[nodiscard]] std::shared_ptr<const Population> central(std::size_t scenario) const {
        return shared_[index_[scenario]].population;
    }

    // The same population, for the last world that begins with it.
    [[nodiscard]] Population* last_use(const Population* population, std::size_t worker);

    // What worlds begin with: of a central population under its scenario's rule, made where it is
    // asked for first; empty for others.
    [[nodiscard]] std::shared_ptr<const Started> started(const Population* population);

   private:
    struct Made {
        PopulationInputs inputs;
        std::vector<County> areas;
        std::shared_ptr<Population> population;
        StartRule rule;
        std::shared_ptr<const Started> started{};
    };

    [[nodiscard]] Made make(const Scenario& scenario, std::size_t threads) const;
    [[nodiscard]] static const Made* find(const std::vector<Made>& made, const Scenario& scenario);

    Isa isa_;
    std::size_t threads_each_;
    std::vector<Made> shared_;
    std::mutex starting_;             // guards `started` of the shared
    std::vector<std::size_t> index_;  // into shared_, by central scenario
    std::vector<std::vector<Made>> own_;
};

}  // namespace zhaimao
