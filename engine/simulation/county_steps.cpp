#include "engine/simulation/county_steps.h"

namespace zhaimao {

void CountySteps::meet() {
    if (!county_steps_.empty())
        for_each_county(*world_, [&](std::size_t c, Scratch& scratch) {
            for (const auto& step : county_steps_) step(c, scratch);
        });
    county_steps_.clear();
    for (const auto& step : city_steps_) step();
    city_steps_.clear();
}

}  // namespace zhaimao
