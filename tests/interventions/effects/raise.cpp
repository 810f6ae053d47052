#include "engine/interventions/effects/raise.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/interventions/effects/served_cases.h"

using namespace zhaimao;

namespace {

constexpr double float_error = 4 * 0x1p-24;

MadeHousehold earning(std::array<float, source_count> income) {
    MadeHousehold h;
    h.income = income;
    return h;
}

Raise raise_of(Raise::Income income, double factor, double amount = 0.0) {
    Raise r;
    r.income = income;
    r.factor = factor;
    r.amount = amount;
    return r;
}

// What the raise adds to the first source of a household that earns 1000 there.
double gain_at(const Raise& raise, int age, int age_at_start = -1) {
    ServedCases cases({earning({1000.0F, 0.0F, 0.0F, 0.0F})});
    raise.apply(cases.at_age(age, age_at_start), cases.context);
    return static_cast<double>(cases.year.gain[0][0]);
}

}  // namespace

TEST_CASE("raise climbs its ramp, holds, and ends with its duration", "[interventions][raise]") {
    Raise raise = raise_of(Raise::Income::operating, 1.0, 300.0);
    raise.ramp_years = 3;
    raise.duration = 4;
    const double expected[] = {100.0, 200.0, 300.0, 300.0, 0.0, 0.0};  // by hand, yuan per head
    for (int k = 0; k < 6; ++k)
        CHECK(gain_at(raise, k) == Approx(expected[k]).epsilon(float_error));
}

TEST_CASE("raise begins after its delay and then lasts its whole duration",
          "[interventions][raise]") {
    Raise raise = raise_of(Raise::Income::operating, 1.2, 100.0);
    raise.delay = 2;
    raise.ramp_years = 2;
    raise.duration = 3;
    const double expected[] = {0.0,   0.0,   150.0,
                               300.0, 300.0, 0.0};  // of 1000: (200 + 100) at full ramp
    for (int k = 0; k < 6; ++k)
        CHECK(gain_at(raise, k) == Approx(expected[k]).epsilon(float_error));
}

TEST_CASE("what 2015 delivered is in base income: only what is still to come is added",
          "[interventions][raise]") {
    Raise raise = raise_of(Raise::Income::operating, 1.0, 300.0);
    raise.ramp_years = 3;
    CHECK(gain_at(raise, 1, 0) == Approx(100.0).epsilon(float_error));  // of 200, base holds 100
    CHECK(gain_at(raise, 2, 0) == Approx(200.0).epsilon(float_error));
    CHECK(gain_at(raise, 9, 0) == Approx(200.0).epsilon(float_error));
    CHECK(gain_at(raise, 9, 2) == 0.0);  // all of it
    raise.duration = 4;
    CHECK(gain_at(raise, 4, 0) == 0.0);  // over, and never negative
}

TEST_CASE("a raise of all sources keeps their proportions, an amount goes to the first",
          "[interventions][raise]") {
    ServedCases cases({earning({1000.0F, 500.0F, 50.0F, 200.0F})});
    raise_of(Raise::Income::all, 1.5, 40.0).apply(cases.at_age(0), cases.context);
    CHECK(cases.year.gain[0][0] == 540.0F);
    CHECK(cases.year.gain[1][0] == 250.0F);
    CHECK(cases.year.gain[2][0] == 25.0F);
    CHECK(cases.year.gain[3][0] == 100.0F);
}

TEST_CASE("a raise of one source leaves the others and adds to other gains",
          "[interventions][raise]") {
    ServedCases cases(
        {earning({1000.0F, 500.0F, 50.0F, 200.0F}), earning({10.0F, 20.0F, 30.0F, 40.0F})});
    const std::vector<Served> second{{1, 0, -1}};
    raise_of(Raise::Income::wages, 2.0).apply(second, cases.context);
    raise_of(Raise::Income::wages, 1.5).apply(second, cases.context);
    CHECK(cases.year.gain[1] == std::vector<float>{0.0F, 30.0F});
    CHECK(cases.year.gain[0] == std::vector<float>{0.0F, 0.0F});
    CHECK(cases.year.gain[3] == std::vector<float>{0.0F, 0.0F});
}

TEST_CASE("a permanent raise moves the deviation once, at its delay, by the factor's logarithm",
          "[interventions][raise]") {
    Raise raise = raise_of(Raise::Income::permanent, 1.161834243);
    raise.delay = 2;
    ServedCases cases({earning({1000.0F, 0.0F, 0.0F, 0.0F})});
    cases.state.deviation[0] = 0.1F;
    raise.before_luck(cases.at_age(0), cases.state);
    raise.before_luck(cases.at_age(1), cases.state);
    CHECK(cases.state.deviation[0] == 0.1F);
    raise.before_luck(cases.at_age(2), cases.state);
    CHECK(static_cast<double>(cases.state.deviation[0]) ==
          Approx(0.1 + 0.15).epsilon(1e-7));  // float and ln
    raise.before_luck(cases.at_age(3), cases.state);
    CHECK(static_cast<double>(cases.state.deviation[0]) == Approx(0.25).epsilon(1e-7));
    raise.apply(cases.at_age(2), cases.context);
    CHECK(cases.year.gain[0][0] == 0.0F);
    raise_of(Raise::Income::all, 2.0)
        .before_luck(cases.at_age(0), cases.state);  // others touch no deviation
    CHECK(static_cast<double>(cases.state.deviation[0]) == Approx(0.25).epsilon(1e-7));
}
