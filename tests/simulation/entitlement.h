// Interventions made by hand for scenarios of the tests.
#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "engine/interventions/intervention.h"

// Whoever is eligible has it, in 2016 to 2020.
inline zhaimao::Intervention entitlement(const std::string& eligible, zhaimao::Effect effect) {
    zhaimao::Intervention iv;
    iv.id = "made_up";
    std::string problem;
    iv.eligible = zhaimao::Predicate::parse(eligible, {}, problem);
    REQUIRE(problem == "");
    iv.from = 2016;
    iv.until = 2020;
    iv.completed_by = {1.0};
    iv.effects = {{"e", std::move(effect)}};
    return iv;
}

// The same with a capacity in households, the same every year from 2015 on, the lowest incomes
// first.
inline zhaimao::Intervention programme(const std::string& eligible, zhaimao::Effect effect,
                                       double households) {
    zhaimao::Intervention iv = entitlement(eligible, std::move(effect));
    iv.from = 2015;
    iv.order = {zhaimao::RankKey::income};
    iv.capacity = zhaimao::Capacity{zhaimao::Per::household, std::vector<double>(6, households)};
    return iv;
}
