#include "engine/interventions/effects/lend.h"

#include <catch2/catch.hpp>

#include "tests/interventions/effects/served_cases.h"

using namespace zhaimao;

namespace {

// 30,000 yuan at 10 % own return and 4 % interest, half of it subsidised, over three years.
Lend loan() {
    Lend l;
    l.principal = 30000.0;
    l.own_return = 0.10;
    l.interest = 0.04;
    l.subsidy = 0.5;
    l.term = 3;
    return l;
}

std::vector<double> gains(const Lend& l, bool fails) {
    std::vector<double> years;
    for (int age = -1; age < 5; ++age) years.push_back(l.gain(age, fails));
    return years;
}

void check(const std::vector<double>& found, const std::vector<double>& by_hand) {
    REQUIRE(found.size() == by_hand.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        CHECK(found[i] == Approx(by_hand[i]).margin(1e-9));  // sums of four products of this size
}

}  // namespace

TEST_CASE("a loan earns its return less the interest borne, and ends", "[interventions][lend]") {
    // 3,000 less half of 1,200.
    check(gains(loan(), false), {0, 2400, 2400, 2400, 0, 0});
}

TEST_CASE("a loan repaid from income leaves the capital to the household",
          "[interventions][lend]") {
    Lend l = loan();
    l.repaid = Lend::Repaid::income;
    check(gains(l, false), {0, -7600, -7600, -7600, 3000, 3000});
}

TEST_CASE("a failed loan has no return in its last year and is repaid as far as recourse goes",
          "[interventions][lend]") {
    Lend l = loan();
    l.recourse = 0.25;
    check(gains(l, true), {0, 2400, 2400, -600 - 7500, 0, 0});
}

TEST_CASE("what is lent is repaid or written off, to the fen", "[interventions][lend]") {
    constexpr std::size_t n = 400;
    for (const auto repaid : {Lend::Repaid::capital, Lend::Repaid::income}) {
        ServedCases cases(std::vector<MadeHousehold>(n, MadeHousehold{}));
        Lend l = loan();
        l.principal = 10000.01;  // does not divide by three
        l.default_share = 0.1;
        l.recourse = 1.0 / 3.0;
        l.repaid = repaid;
        l.luck = Purpose("loans");
        for (int age = 0; age < 5; ++age) {
            cases.context.year = 2016 + age;
            l.apply(cases.at_age(age), cases.context);
        }
        const Flows& flows = cases.context.flows;
        CHECK(flows.lent == static_cast<std::int64_t>(n) * 1000001);
        CHECK(flows.lent == flows.repaid + flows.written_off);
        // Binomial, 400 x 0.1 with sd 6: within 4 sd.
        const double lost = 1000001.0 * 2.0 / 3.0;
        CHECK(static_cast<double>(flows.written_off) == Approx(40 * lost).margin(24 * lost));
        CHECK(flows.written_off > 0);
    }
}

TEST_CASE("the end of a loan of the start year is felt", "[interventions][lend]") {
    MadeHousehold two;
    two.people = 2;
    ServedCases cases({two});
    loan().apply(cases.at_age(2, 0), cases.context);
    CHECK(cases.year.gain[0][0] == 0.0F);  // base income holds this year's return as well
    loan().apply(cases.at_age(3, 0), cases.context);
    CHECK(cases.year.gain[0][0] == -1200.0F);  // 2,400 yuan of two people
    CHECK(cases.context.flows.lent == 0);
}
