#include "engine/dynamics/case_year.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/math/hot.h"
#include "tests/dynamics/live_county.h"
#include "tests/dynamics/started.h"

using namespace zhaimao;

namespace {

// The events of LiveCounty as parameters.
Dynamics dynamics_of(const LiveCounty& county) {
    Dynamics d;
    d.measurement.sd = 0.1;
    for (std::size_t e = 0; e < county.events.events; ++e) {
        Event event;
        event.loses = {1.0 - static_cast<double>(county.events.kept_operating[e]),
                       1.0 - static_cast<double>(county.events.kept_wages[e]), 0.0, 0.0};
        d.events.push_back(event);
    }
    return d;
}

}  // namespace

TEST_CASE("a case's income and the dense pass's are the same bits", "[dynamics][case_year]") {
    LiveCounty county(3000);
    for (int year = 2016; year < 2019; ++year) county.live(best_isa(), year);
    const Cases& cases = county.state.cases;
    REQUIRE(cases.size() > 300);
    std::array<float, source_count> growth{};
    std::copy(std::begin(county.pass.growth), std::end(county.pass.growth), growth.begin());
    CaseYear year;
    earn_cases(year, county.state, dynamics_of(county), growth);
    see_cases(year, county.state);
    std::size_t in_event = 0;
    for (std::size_t c = 0; c < cases.size(); ++c) {
        REQUIRE(year.observed[c] == county.state.observed[cases.row[c]]);
        in_event += state::Event::get(county.state.state[cases.row[c]]) != 0 ? 1 : 0;
    }
    CHECK(in_event > 10);
}

TEST_CASE("a case's year by hand", "[dynamics][case_year]") {
    MadeHousehold h;
    h.people = 4;
    h.workers = 2;
    h.students = bit_of(Stage::senior) | bit_of(Stage::university);
    h.registered = true;
    h.income = {1000.0F, 500.0F, 20.0F, 300.0F};
    const CountyPopulation p = made_county({h});
    CountyState state;
    start_county(state, p, 2015, 0.0F, false);
    state.multiplier.assign(1, 1.5F);
    state.measurement[0] = 0.25F;
    state.state[0] = state::Event::set(state.state[0], 1);
    Dynamics d;
    d.measurement.sd = 0.1;
    Event illness;
    illness.loses = {0.0, 0.5, 0.0, 0.0};
    illness.expense = 8000.0;
    d.events = {illness};
    d.expenses.schooling = {0.0, 0.0, 3000.0, 8000.0};
    CaseYear year;
    earn_cases(year, state, d, {2.0F, 2.0F, 3.0F, 4.0F});
    CHECK(year.base[0][0] == 3000.0F);  // 1000 x 2 x 1.5
    CHECK(year.base[1][0] == 750.0F);   // 500 x 2 x 1.5, half of it lost
    CHECK(year.base[2][0] == 60.0F);    // neither luck nor events
    CHECK(year.base[3][0] == 1200.0F);
    CHECK(year.illness[0] == 2000.0F);    // 8000 for four people
    CHECK(year.schooling[0] == 2750.0F);  // 11000 for four people
    year.gain[0][0] = 100.0F;
    year.support[0] = 40.0F;
    see_cases(year, state);
    CHECK(year.income[0] == 5150.0F);
    const float seen = 5110.0F * hot::exp(0.25F) + 40.0F;  // support is seen without error
    CHECK(year.observed[0] == seen);
    CHECK(year.assessable[0] == seen - 4750.0F);
}
