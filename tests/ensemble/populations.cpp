#include "engine/ensemble/populations.h"

#include <catch2/catch.hpp>

#include "tests/laws/world_of.h"

using namespace zhaimao;

TEST_CASE("equal inputs are one population, made once", "[ensemble][populations]") {
    const Scenario plan = law_scenario("busy.yaml");
    const Scenario other_line =
        law_scenario("busy.yaml", {"lines.ex_ante.2018+=3500 yuan/person/year"});
    const Scenario unequal = law_scenario("busy.yaml", {"population.gini=0.35"});
    const Scenario more_unequal = law_scenario("busy.yaml", {"population.gini=0.4"});
    Populations populations({plan, other_line, unequal}, 2, best_isa());
    CHECK(populations.central(0) == populations.central(1));
    CHECK(populations.central(0) != populations.central(2));
    CHECK(populations.of(other_line, 0) == populations.central(0));
    CHECK(populations.of(unequal, 1) == populations.central(2));
    populations.begin_replicate(0);
    const auto own = populations.of(more_unequal, 0);
    CHECK(own != populations.central(2));
    CHECK(populations.of(more_unequal, 0) == own);
}

TEST_CASE("a thread's own populations last for its replicate", "[ensemble][populations]") {
    const Scenario plan = law_scenario("busy.yaml");
    Populations populations({plan}, 1, best_isa());
    std::weak_ptr<const Population> own =
        populations.of(law_scenario("busy.yaml", {"population.gini=0.4"}), 0);
    CHECK_FALSE(own.expired());
    populations.begin_replicate(0);
    CHECK(own.expired());
}

TEST_CASE("who is on the register is of the population, too", "[ensemble][populations]") {
    const Scenario plan = law_scenario("busy.yaml");
    Scenario fewer = plan;
    fewer.counties[0].registered_poor -= 50;
    Populations populations({plan}, 1, best_isa());
    CHECK(populations.of(fewer, 0) != populations.central(0));
}

TEST_CASE("worlds that begin alike share their first cases", "[ensemble][populations]") {
    const Scenario plan = law_scenario("busy.yaml");
    Populations populations({plan}, 1, best_isa());
    const auto central = populations.central(0);
    const auto started = populations.started(central.get());
    REQUIRE(started != nullptr);
    CHECK(started->rule == start_rule(plan));
    CHECK(started->counties.size() == plan.counties.size());
    CHECK(populations.started(central.get()) == started);
    const auto own = populations.of(law_scenario("busy.yaml", {"population.gini=0.4"}), 0);
    CHECK(populations.started(own.get()) == nullptr);
    CHECK(populations.last_use(own.get(), 0) == own.get());
}
