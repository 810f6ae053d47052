#include "engine/interventions/effects/dividend.h"

#include <catch2/catch.hpp>
#include <numeric>

#include "tests/interventions/effects/served_cases.h"

using namespace zhaimao;

namespace {

MadeHousehold in_village(std::uint16_t village, std::uint32_t people) {
    MadeHousehold h;
    h.village = village;
    h.people = people;
    return h;
}

// 100 kW x 1,300 hours x 0.8 yuan = 104,000 yuan a year, 60 % to households.
Dividend station() {
    Dividend d;
    d.power = 100e3;
    d.full_load_hours = 1300.0;
    d.tariff = 0.8e-3;
    d.households_share = 0.6;
    return d;
}

}  // namespace

TEST_CASE("a village's asset is shared among its served households", "[interventions][dividend]") {
    ServedCases cases({in_village(2, 1), in_village(2, 2), in_village(5, 4), in_village(2, 3)});
    std::vector<std::int64_t> village_fen(6, 0);
    cases.context.village_fen = &village_fen;
    std::vector<Served> served = cases.at_age(1);
    station().apply(served, cases.context);
    // 62,400 yuan to three households of village 2, and to the one of village 5.
    CHECK(cases.year.support[0] == 20800.0F);
    CHECK(cases.year.support[1] == 10400.0F);
    CHECK(cases.year.support[2] == 15600.0F);
    CHECK(cases.context.flows.dividends == 2 * 6240000);
    CHECK(village_fen == std::vector<std::int64_t>{0, 0, 4160000, 0, 0, 4160000});
}

TEST_CASE("what an asset earns goes to households and village, to the fen",
          "[interventions][dividend]") {
    ServedCases cases({in_village(0, 1), in_village(0, 1), in_village(0, 1), in_village(0, 1),
                       in_village(0, 1), in_village(0, 1), in_village(0, 1)});
    Dividend d = station();
    d.full_load_hours = 1234.567;
    d.apply(cases.at_age(1), cases.context);
    CHECK(cases.context.flows.dividends + cases.context.flows.village == d.earnings(1));
    CHECK(cases.context.flows.dividends % 7 == 0);
    CHECK(cases.context.flows.paid == 0);  // no public money
}

TEST_CASE("the first year counts from when the asset began to work", "[interventions][dividend]") {
    Dividend d = station();
    d.first_year_share = 0.5;
    CHECK(d.earnings(0) == 5200000);
    CHECK(d.earnings(1) == 10400000);
    Dividend fixed;
    fixed.payment = Amount{3000.0, Per::household};
    fixed.first_year_share = 0.5;
    ServedCases cases({in_village(0, 2)});
    fixed.apply(cases.at_age(0), cases.context);
    CHECK(cases.year.support[0] == 750.0F);
    fixed.apply(cases.at_age(3), cases.context);
    CHECK(cases.year.support[0] == 2250.0F);
}

TEST_CASE("base income holds what an asset of the start year pays", "[interventions][dividend]") {
    ServedCases cases({in_village(0, 2)});
    station().apply(cases.at_age(2, 1), cases.context);
    CHECK(cases.year.support[0] == 0.0F);
    CHECK(cases.context.flows.dividends == 0);
}

TEST_CASE("whose support tapers leaves the rest of their share to the village",
          "[interventions][dividend]") {
    ServedCases cases({in_village(0, 1), in_village(0, 1)});
    std::vector<Served> served = cases.at_age(1);
    served[1].share = 0.25F;
    station().apply(served, cases.context);
    CHECK(cases.year.support[0] == 31200.0F);  // 62,400 yuan to two
    CHECK(cases.year.support[1] == 7800.0F);
    CHECK(cases.context.flows.dividends == 3900000);
    CHECK(cases.context.flows.village == 10400000 - 3900000);
}
