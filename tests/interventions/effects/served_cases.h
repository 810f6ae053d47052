// Cases to apply an effect to: each household of a made county is a case with known incomes and
// expenses.
#pragma once

#include "engine/interventions/service.h"
#include "tests/dynamics/started.h"
#include "tests/population/made_county.h"

struct ServedCases {
    zhaimao::CountyPopulation population;
    zhaimao::CountyState state;
    zhaimao::CaseYear year;
    zhaimao::Draws draws{2016, 1};
    zhaimao::EffectContext context{year, state,  population, draws,   141030,
                                   2017, 3000.0, {},         nullptr, {}};

    explicit ServedCases(std::vector<MadeHousehold> households) {
        using namespace zhaimao;
        for (MadeHousehold& h : households) h.registered = true;
        population = made_county(households);
        start_county(state, population, 2015, 0.0F, false);
        state.multiplier.assign(population.households(), 1.0F);
        earn_cases(year, state, Dynamics{}, {1.0F, 1.0F, 1.0F, 1.0F});
    }
    ServedCases(const ServedCases&) = delete;
    ServedCases& operator=(const ServedCases&) = delete;

    // All cases at this age.
    [[nodiscard]] std::vector<zhaimao::Served> at_age(int age, int age_at_start = -1) const {
        std::vector<zhaimao::Served> served;
        for (std::uint32_t c = 0; c < state.cases.size(); ++c)
            served.push_back(
                {c, static_cast<std::int16_t>(age), static_cast<std::int16_t>(age_at_start)});
        return served;
    }
};
