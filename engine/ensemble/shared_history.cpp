#include "engine/ensemble/shared_history.h"

#include <algorithm>
#include <numeric>

#include "engine/simulation/parting.h"
#include "engine/simulation/sample.h"
#include "engine/simulation/year.h"

namespace zhaimao {
namespace {

using Members = std::vector<std::size_t>;  // of the beginnings

class Together {
   public:
    Together(std::span<const Beginning> all, const Draws& draws, Isa isa, WorldUse use)
        : all_(all),
          draws_(draws),
          isa_(isa),
          use_(std::move(use)),
          histories_{std::vector<Record>(all.size()), 0} {
        use_.lends_columns = true;
        use_.keeps_observed = std::any_of(all.begin(), all.end(), [](const Beginning& b) {
            return looks_at_last_year(b.scenario);
        });
    }

    Histories live() && {
        Members left(all_.size());
        std::iota(left.begin(), left.end(), std::size_t{0});
        while (!left.empty()) {
            const Beginning& first = all_[left.front()];
            Members others = leaving(left, first.scenario.start);
            use_.started = first.started;
            World world(first.scenario, first.population, draws_, isa_, use_);
            ++histories_.years_lived;
            live_on(world, std::move(left), first.scenario.start + 1);
            left = std::move(others);
        }
        return std::move(histories_);
    }

   private:
    // Takes those out of `members` that live `year` otherwise than the first of them.
    Members leaving(Members& members, int year) const {
        const Beginning& first = all_[members.front()];
        const auto stays = [&](std::size_t k) {
            return k == members.front() || (all_[k].population == first.population &&
                                            parts_in(first.scenario, all_[k].scenario) > year);
        };
        const auto parting = std::stable_partition(members.begin() + 1, members.end(), stays);
        Members leave(parting, members.end());
        members.erase(parting, members.end());
        return leave;
    }

    // Members of one history so far, in the world of the first.
    void live_on(World& world, Members members, int year) {
        CountySteps steps(world);
        const int last = std::min(world.scenario.horizon, world.scenario.recording.last_year);
        for (; year <= last; ++year) {
            if (Members others = leaving(members, year); !others.empty()) {
                steps.meet();
                World copy(world, all_[others.front()].scenario);
                live_on(copy, std::move(others), year);
            }
            simulate_year(world, year, steps);
            ++histories_.years_lived;
        }
        steps.meet();
        weigh(world.record, world.layout, world.scenario.population.one_in);
        for (const std::size_t k : members) histories_.records[k] = world.record;
    }

    std::span<const Beginning> all_;
    const Draws& draws_;
    Isa isa_;
    WorldUse use_;
    Histories histories_;
};

}  // namespace

Histories live_together(std::span<const Beginning> beginnings, const Draws& draws, Isa isa,
                        const WorldUse& use) {
    return Together(beginnings, draws, isa, use).live();
}

}  // namespace zhaimao
