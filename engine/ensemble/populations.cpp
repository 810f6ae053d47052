#include "engine/ensemble/populations.h"

#include <algorithm>

#include "engine/population/read_population.h"

namespace zhaimao {
namespace {

// What else of its counties a population is made from.
bool have_same_people(const std::vector<County>& some, const std::vector<County>& others) {
    return std::equal(some.begin(), some.end(), others.begin(), others.end(),
                      [](const County& a, const County& b) {
                          return a.code == b.code && a.rural_people == b.rural_people &&
                                 a.registered_poor == b.registered_poor &&
                                 a.exited_people == b.exited_people;
                      });
}

}  // namespace

Populations::Populations(const std::vector<Scenario>& central, std::size_t threads, Isa isa,
                         std::size_t threads_each)
    : isa_(isa), threads_each_(threads_each), own_(threads) {
    for (const Scenario& scenario : central) {
        const Made* made = find(shared_, scenario);
        index_.push_back(made != nullptr ? static_cast<std::size_t>(made - shared_.data())
                                         : shared_.size());
        if (made == nullptr) shared_.push_back(make(scenario, threads));
    }
}

Populations::Made Populations::make(const Scenario& scenario, std::size_t threads) const {
    return {scenario.population, scenario.counties,
            std::make_shared<Population>(
                make_population(scenario.population, scenario.counties, isa_, threads)),
            start_rule(scenario)};
}

const Populations::Made* Populations::find(const std::vector<Made>& made,
                                           const Scenario& scenario) {
    for (const Made& m : made)
        if (m.inputs == scenario.population && have_same_people(m.areas, scenario.counties))
            return &m;
    return nullptr;
}

Population* Populations::last_use(const Population* population, std::size_t worker) {
    for (std::vector<Made>* all : {&shared_, &own_[worker]})
        for (const Made& made : *all)
            if (made.population.get() == population) return made.population.get();
    return nullptr;
}

std::shared_ptr<const Started> Populations::started(const Population* population) {
    const std::lock_guard lock(starting_);
    for (Made& made : shared_) {
        if (made.population.get() != population) continue;
        if (!made.started) {
            auto started = std::make_shared<Started>(Started{made.rule, {}});
            for (const CountyPopulation& county : population->counties)
                started->counties.push_back(start_of(county, made.rule));
            made.started = std::move(started);
        }
        return made.started;
    }
    return nullptr;
}

std::shared_ptr<const Population> Populations::of(const Scenario& scenario, std::size_t worker) {
    if (const Made* made = find(shared_, scenario)) return made->population;
    std::vector<Made>& own = own_[worker];
    if (const Made* made = find(own, scenario)) return made->population;
    own.push_back(make(scenario, threads_each_));
    return own.back().population;
}

}  // namespace zhaimao
