// What counties do by themselves, and where they wait for each other: where a capacity, a fund or a
// plan is shared by what they ask for.
//
// A county's steps are done one after the other while its columns are at hand, over years where
// counties never wait. What is asked for here is done when counties meet, not at once: a step keeps
// what it needs, and refers to nothing that ends before.
#pragma once

#include <functional>
#include <vector>

#include "engine/simulation/world.h"

namespace zhaimao {

class CountySteps {
   public:
    explicit CountySteps(World& world) : world_(&world) {}

    // Of each county. It may change its own county only, and its own part of the record; on the
    // threads of the world, so counties have no order: what adds up is added up by the city.
    void each(std::function<void(std::size_t county, Scratch& scratch)> step) {
        county_steps_.push_back(std::move(step));
    }
    // Of the city, when counties meet. Steps of counties asked for meanwhile come before it: none
    // of them looks at what it does.
    void of_city(std::function<void()> step) { city_steps_.push_back(std::move(step)); }

    // Counties wait for each other: all steps of counties are done, then those of the city.
    void meet();
    // Where the city has steps to do.
    void settle() {
        if (!city_steps_.empty()) meet();
    }
    [[nodiscard]] std::size_t waiting() const { return city_steps_.size(); }

   private:
    World* world_;
    std::vector<std::function<void(std::size_t, Scratch&)>> county_steps_;
    std::vector<std::function<void()>> city_steps_;
};

}  // namespace zhaimao
