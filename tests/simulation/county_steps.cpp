#include "engine/simulation/county_steps.h"

#include <catch2/catch.hpp>

#include "engine/ensemble/shared_history.h"
#include "tests/laws/world_of.h"

using namespace zhaimao;

namespace {

using Done = std::vector<std::string>;

// The years of a scenario, one after the other or as far as counties need not wait.
Record lived(const Scenario& s, bool one_by_one) {
    World world = world_of(s);
    CountySteps steps(world);
    for (int year = s.start + 1; year <= s.horizon; ++year) {
        simulate_year(world, year, steps);
        if (one_by_one) steps.meet();
    }
    steps.meet();
    return world.record;
}

// How many years' sums wait for a meeting once all years are asked for.
std::size_t years_waiting(const Scenario& s) {
    World world = world_of(s);
    CountySteps steps(world);
    for (int year = s.start + 1; year <= s.horizon; ++year) simulate_year(world, year, steps);
    return steps.waiting();
}

// Nothing is shared by what counties ask for: no money, no plan, no task by need.
Scenario uncoupled() {
    Scenario s = law_scenario("full.yaml");
    s.exit_plan.reset();
    s.funds.clear();
    for (Intervention& iv : s.interventions) {
        iv.paid_from.clear();
        if (iv.capacity) iv.allocation.rule = AllocationRule::by_people;
    }
    return s;
}

}  // namespace

TEST_CASE("a county's steps come one after the other, and the city's after all of them",
          "[simulation][steps]") {
    const Scenario s = law_scenario("full.yaml");
    World world = world_of(s);
    CountySteps steps(world);
    Done done;
    const auto note = [&](const std::string& what) {
        return [&done, what](std::size_t c, Scratch&) { done.push_back(what + std::to_string(c)); };
    };
    steps.each(note("a"));
    steps.of_city([&] { done.push_back("city"); });
    steps.each(note("b"));
    CHECK(done.empty());
    CHECK(steps.waiting() == 1);
    steps.settle();
    CHECK(done == Done{"a0", "b0", "a1", "b1", "a2", "b2", "city"});
    CHECK(steps.waiting() == 0);

    steps.each(note("c"));
    steps.settle();  // the city has nothing to do
    CHECK(done.size() == 7);
    steps.meet();
    CHECK(done.back() == "c2");
    steps.meet();  // each is done once
    CHECK(done.size() == 10);
}

TEST_CASE("years have the same record lived one by one and as far as nobody waits",
          "[simulation][steps]") {
    const Scenario coupled = law_scenario("full.yaml");
    CHECK(lived(coupled, true) == lived(coupled, false));
    const Scenario alone = uncoupled();
    CHECK(lived(alone, true) == lived(alone, false));
}

TEST_CASE("counties that share nothing live all years without waiting", "[simulation][steps]") {
    const Scenario alone = uncoupled();
    CHECK(years_waiting(alone) == static_cast<std::size_t>(alone.horizon - alone.start));
}

TEST_CASE("what is shared makes counties wait", "[simulation][steps]") {
    const auto waiting = [](auto share) {
        Scenario s = uncoupled();
        share(s);
        return years_waiting(s);
    };
    const Scenario full = law_scenario("full.yaml");
    REQUIRE(!full.funds.empty());
    CHECK(waiting([&](Scenario& s) { s.funds = full.funds; }) == 1);
    CHECK(waiting([](Scenario& s) {
              s.exit_plan.emplace(static_cast<std::size_t>(s.horizon - s.start), 10.0);
          }) == 1);
    CHECK(waiting([](Scenario& s) {
              for (Intervention& iv : s.interventions)
                  if (iv.capacity) iv.allocation.rule = AllocationRule::by_eligible;
          }) == 1);
}
