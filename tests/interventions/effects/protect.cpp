#include "engine/interventions/effects/protect.h"

#include <catch2/catch.hpp>

#include "tests/interventions/effects/served_cases.h"

using namespace zhaimao;

namespace {

Event illness() {
    Event e;
    e.id = "illness";
    e.probability = 0.05;
    e.loses = {0.2, 0.5, 0.0, 0.0};
    e.expense = 4000.0;
    return e;
}

// A household of two, 1,000 yuan from farming and 2,000 from wages a head, ill or not.
struct Ill : ServedCases {
    explicit Ill(bool ill) : ServedCases({household()}) {
        Dynamics dynamics;
        dynamics.events = {illness()};
        state.state[0] = state::Event::set(state.state[0], ill ? 1 : 0);
        refresh_cases(state);
        earn_cases(year, state, dynamics, {1.0F, 1.0F, 1.0F, 1.0F});
    }
    static MadeHousehold household() {
        MadeHousehold h;
        h.people = 2;
        h.income = {1000.0F, 2000.0F, 0.0F, 0.0F};
        return h;
    }
};

Protect half() {
    Protect p;
    p.loss = 0.5;
    p.expense = 0.75;
    return p;
}

}  // namespace

TEST_CASE("protection makes good a share of the loss and bears a share of the expense",
          "[interventions][protect]") {
    Ill cases(true);
    CHECK(cases.year.base[0][0] == 800.0F);
    CHECK(cases.year.base[1][0] == 1000.0F);
    CHECK(cases.year.illness[0] == 2000.0F);
    half().apply(cases.at_age(0), cases.context);
    CHECK(cases.year.gain[0][0] == 100.0F);
    CHECK(cases.year.gain[1][0] == 500.0F);
    CHECK(cases.year.illness[0] == 500.0F);
}

TEST_CASE("protection gives nothing to who is not struck, or by another event",
          "[interventions][protect]") {
    Ill well(false);
    half().apply(well.at_age(0), well.context);
    CHECK(well.year.gain[0][0] == 0.0F);
    Ill struck(true);
    Protect of_another = half();
    of_another.event = 1;
    of_another.apply(struck.at_age(0), struck.context);
    CHECK(struck.year.gain[1][0] == 0.0F);
    CHECK(struck.year.illness[0] == 2000.0F);
}

TEST_CASE("two protections for everybody multiply what is left", "[interventions][protect]") {
    Event e = illness();
    Protect p = half();
    p.probability = 0.4;
    p.soften(e);
    p.soften(e);
    CHECK(e.spared == Approx(1.0 - 0.36).epsilon(1e-15));
    CHECK(e.loses[1] == 0.125);
    CHECK(e.expense == 250.0);
    CHECK(e.probability == 0.05);  // the interval keeps its place
}
