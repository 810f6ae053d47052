#include "engine/interventions/effects/provide.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/interventions/effects/served_cases.h"

using namespace zhaimao;

namespace {

constexpr std::uint32_t housing = bit_of(Guarantee::housing), water = bit_of(Guarantee::water);

std::vector<MadeHousehold> lacking(std::size_t n, std::uint32_t unmet) {
    MadeHousehold h;
    h.unmet = unmet;
    return std::vector<MadeHousehold>(n, h);
}

std::uint32_t unmet_of(const ServedCases& cases, std::size_t row) {
    return state::Unmet::get(cases.state.state[row]);
}

}  // namespace

TEST_CASE("provide meets its guarantee and no other", "[interventions][provide]") {
    ServedCases cases(lacking(2, housing | water));
    const std::vector<Served> first{{0, 0, -1}};
    Provide{Guarantee::housing, 0, 1.0, Purpose("test")}.apply(first, cases.context);
    CHECK(unmet_of(cases, 0) == water);
    CHECK(unmet_of(cases, 1) == (housing | water));
    CHECK(status_of(cases.state.state[0]) == Status::registered);
    Provide{Guarantee::housing, 0, 1.0, Purpose("test")}.apply(first, cases.context);
    CHECK(unmet_of(cases, 0) == water);
}

TEST_CASE("provide waits for its delay", "[interventions][provide]") {
    ServedCases cases(lacking(1, housing));
    const Provide house{Guarantee::housing, 2, 1.0, Purpose("test")};
    house.apply(cases.at_age(0), cases.context);
    house.apply(cases.at_age(1), cases.context);
    CHECK(unmet_of(cases, 0) == housing);
    house.apply(cases.at_age(2), cases.context);
    CHECK(unmet_of(cases, 0) == 0);
}

TEST_CASE("a rate helps that share of the unmet each year, within 4 binomial errors",
          "[interventions][provide]") {
    constexpr std::size_t n = 20000;
    ServedCases cases(lacking(n, water));
    const Provide tap{Guarantee::water, 0, 0.4, Purpose("test")};
    double left = n;
    for (int year = 2017; year < 2020; ++year) {
        cases.context.year = year;
        tap.apply(cases.at_age(year - 2017), cases.context);
        double still = 0.0;
        for (std::size_t row = 0; row < n; ++row) still += unmet_of(cases, row) != 0 ? 1.0 : 0.0;
        CHECK(std::abs(still - 0.6 * left) < 4 * std::sqrt(left * 0.24));
        left = still;
    }
}
