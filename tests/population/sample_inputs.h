// Inputs of a county of 60,000 people, a fifth of them registered, with every attribute in use.
#pragma once

#include "engine/population/parameters.h"

inline zhaimao::County sample_county(std::uint32_t code = 141030) {
    zhaimao::County area;
    area.id = "made_up";
    area.code = code;
    area.rural_people = 60000;
    area.registered_poor = 12000;
    return area;
}

inline zhaimao::PopulationInputs sample_inputs(std::size_t counties = 1) {
    using namespace zhaimao;
    PopulationInputs in;
    in.seed = 2016;
    in.start = 2015;
    in.line = 2855.0;
    in.composition.size_shares = {0.10, 0.22, 0.25, 0.23, 0.13, 0.07};
    in.composition.no_worker = {0.25, 0.08};
    in.composition.workers_share = 0.55;
    in.composition.students = {{{0.15, 0.12}, {0.08, 0.07}, {0.05, 0.06}, {0.03, 0.04}}};
    in.composition.unmet = {{{0.02, 0.0}, {0.04, 0.01}, {0.10, 0.03}, {0.30, 0.05}, {0.15, 0.04}}};
    in.composition.causes = {0.30, 0.08, 0.06, 0.04, 0.05, 0.02, 0.15, 0.12, 0.12, 0.02, 0.04};
    in.composition.village_odds = 3.0;
    in.income.log_sd = 0.6;
    in.income.lowest = {0.50, 0.25, 0.02, 0.23};
    in.income.highest = {0.35, 0.52, 0.03, 0.10};
    in.entry = {RegisterRule::official, 3, 0.25};
    in.luck = {0.20, 0.15, 0.8};
    CountyMarginals m;
    m.mean_size = 3.03;
    m.villages = 80;
    m.registered_villages = 30;
    in.counties.assign(counties, m);
    return in;
}
