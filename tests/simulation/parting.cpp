#include "engine/simulation/parting.h"

#include <catch2/catch.hpp>

#include "tests/laws/world_of.h"

using namespace zhaimao;

namespace {

int parts_after(const std::vector<std::string>& settings) {
    return parts_in(law_scenario("busy.yaml"), law_scenario("busy.yaml", settings));
}

}  // namespace

TEST_CASE("values by year part two scenarios in the first year in which they differ",
          "[simulation][parting]") {
    CHECK(parts_after({}) == 2022);
    CHECK(parts_after({"lines.ex_ante.2018+=3500 yuan/person/year"}) == 2018);
    CHECK(parts_after({"growth.rates.wages.2018+=6 %"}) == 2018);
    CHECK(parts_after({"interventions.relocation.capacity.2016=100 people"}) == 2016);
    CHECK(parts_after({"interventions.relocation.capacity.2017+=10 people"}) == 2017);
    CHECK(parts_after({"interventions.dibao.effects.floor.top_up.to.2018+=90 %"}) == 2018);
    CHECK(parts_after({"exit_plan.2017=400 people"}) == 2017);
    CHECK(parts_after({"exit_plan.2017=400 people", "growth.rates.wages.2018+=6 %"}) == 2017);
}

TEST_CASE("an intervention begins and ends in its years, not before", "[simulation][parting]") {
    const Scenario always = law_scenario("busy.yaml");
    Scenario ends = always, late = always, later = always;
    ends.interventions[4].until = 2018;
    late.interventions[4].from = 2018;
    later.interventions[4].from = 2020;
    CHECK(parts_in(always, ends) == 2019);
    CHECK(parts_in(ends, always) == 2019);
    CHECK(parts_in(always, late) == 2016);
    CHECK(parts_in(late, later) == 2018);
}

TEST_CASE("all else parts them from the start", "[simulation][parting]") {
    CHECK(parts_after({"luck.persistence=0.8"}) == 2015);
    CHECK(parts_after({"counties.b.target.deadline=2019"}) == 2015);
    CHECK(parts_after({"interventions.relocation.take_up=80 %"}) == 2015);
    CHECK(parts_after({"interventions.rangers.order.by=[people]"}) == 2015);
    CHECK(parts_after({"lines.ex_ante.2015=2864 yuan/person/year"}) == 2015);
}
