#include "engine/population/measures/datt_ravallion.h"

#include <catch2/catch.hpp>

#include "tests/population/measures/examples.h"

using namespace zhaimao::measures;
using Catch::WithinAbs;
using examples::of;

namespace {
const Distribution before = of({100, 110, 150, 160}), after = of({115, 120, 160, 200});
constexpr double six_decimals = 0.6e-6;  // rounding of a value given with six decimals
}  // namespace

TEST_CASE("a change of poverty by hand: growth, redistribution, residual",
          "[population][measures]") {
    const PovertyChange p0 = datt_ravallion(before, after, 125, 0);
    CHECK(p0.total == 0.0);
    CHECK(p0.growth == -0.25);
    CHECK(p0.redistribution == 0.0);
    CHECK(p0.residual == 0.25);
    const PovertyChange p1 = datt_ravallion(before, after, 125, 1);
    CHECK_THAT(p1.total, WithinAbs(-0.05, six_decimals));
    CHECK_THAT(p1.growth, WithinAbs(-0.058846, six_decimals));
    CHECK_THAT(p1.redistribution, WithinAbs(0.009244, six_decimals));
    CHECK_THAT(p1.residual, WithinAbs(-0.000398, six_decimals));
}

TEST_CASE("in Shapley's form nothing is left over", "[population][measures]") {
    const PovertyChange p0 = datt_ravallion_shapley(before, after, 125, 0);
    CHECK(p0.growth == -0.125);
    CHECK(p0.redistribution == 0.125);
    const PovertyChange p1 = datt_ravallion_shapley(before, after, 125, 1);
    CHECK_THAT(p1.growth, WithinAbs(-0.059045, six_decimals));
    CHECK_THAT(p1.redistribution, WithinAbs(0.009045, six_decimals));
    CHECK(p1.growth + p1.redistribution == Approx(p1.total).epsilon(1e-14));
    CHECK(p1.residual == 0.0);
}

TEST_CASE("growth alone is growth, redistribution alone is redistribution",
          "[population][measures]") {
    const Distribution grown = of({200, 220, 300, 320}), shifted = of({120, 130, 130, 140});
    CHECK(datt_ravallion(before, grown, 125, 1).growth == Approx(-0.08).epsilon(1e-14));
    CHECK(datt_ravallion(before, grown, 125, 1).redistribution == Approx(0.0).margin(1e-15));
    CHECK(datt_ravallion(before, shifted, 125, 1).growth == 0.0);
    CHECK(datt_ravallion(before, shifted, 125, 1).redistribution ==
          Approx(0.01 - 0.08).epsilon(1e-14));
}

TEST_CASE("without a mean above zero the change is all residual", "[population][measures]") {
    const PovertyChange change = datt_ravallion(of({0, 0}), after, 125, 0);
    CHECK(change.growth == 0.0);
    CHECK(change.residual == -0.5);
    CHECK(datt_ravallion_shapley(of({}), of({}), 125, 1).total == 0.0);
}
