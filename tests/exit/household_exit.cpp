#include "engine/exit/household_exit.h"

#include <catch2/catch.hpp>

#include "tests/dynamics/started.h"
#include "tests/population/made_county.h"

using namespace zhaimao;

namespace {

constexpr double line = 3000.0;

struct Assessed {
    CountyPopulation population;
    CountyState state;
    CaseYear year;
    std::vector<Able> able;
    std::int64_t able_people = 0;

    // Registered households with last year's and this year's assessable income.
    Assessed(std::vector<MadeHousehold> households, const std::vector<float>& before,
             const std::vector<float>& now) {
        for (MadeHousehold& h : households) h.registered = true;
        population = made_county(households);
        start_county(state, population, 2015, 0.0F, false);
        state.multiplier.assign(population.households(), 1.0F);
        state.cases.assessable = before;
        next_year(now);
    }

    void next_year(const std::vector<float>& assessable) {
        earn_cases(year, state, Dynamics{}, {1.0F, 1.0F, 1.0F, 1.0F});
        year.assessable = assessable;
    }

    void assess(const Assessment& rule) {
        able_people = zhaimao::assess(year, state, rule, line, able);
    }

    [[nodiscard]] std::vector<std::uint32_t> able_cases() const {
        std::vector<std::uint32_t> cases;
        for (const Able& a : able) cases.push_back(a.case_index);
        return cases;
    }
};

using Cs = std::vector<std::uint32_t>;

std::vector<MadeHousehold> of_people(const std::vector<std::uint32_t>& people) {
    std::vector<MadeHousehold> households;
    for (std::uint32_t n : people) {
        MadeHousehold h;
        h.people = n;
        households.push_back(h);
    }
    return households;
}

void set_status(Assessed& a, std::uint32_t row, Status status) {
    a.state.state[row] = state::Status::set(a.state.state[row], static_cast<std::uint32_t>(status));
    refresh_cases(a.state);
}

}  // namespace

TEST_CASE("exit asks for the line itself, averaged or not", "[exit][assess]") {
    const std::vector<float> before{2000, 3999, 2999, 5000}, now{4000, 2000, 3000, 1000};
    Assessed one(of_people({1, 2, 3, 4}), before, now);
    one.assess({1, 1.0, 1});
    CHECK(one.able_cases() == Cs{0, 2});  // 4000, 3000
    CHECK(one.able_people == 4);
    Assessed two(of_people({1, 2, 3, 4}), before, now);
    two.assess({2, 1.0, 1});
    CHECK(two.able_cases() == Cs{0, 3});  // means 3000, 2999.5, 2999.5, 3000
    CHECK(two.able_people == 5);
    CHECK(two.state.cases.assessable == now);  // carried to the next year
    CHECK(two.able[0].assessed == 3000.0F);
}

TEST_CASE("a margin raises the bar", "[exit][assess]") {
    Assessed a(of_people({1, 1}), {0, 0}, {3299, 3301});
    a.assess({1, 1.1, 1});
    CHECK(a.able_cases() == Cs{1});
}

TEST_CASE("guarantees must be met, and only the registered exit", "[exit][assess]") {
    std::vector<MadeHousehold> households = of_people({1, 1, 1, 1});
    households[1].unmet = bit_of(Guarantee::water);
    Assessed a(households, {0, 0, 0, 0}, {4000, 4000, 4000, 4000});
    set_status(a, 2, Status::exited);
    set_status(a, 3, Status::relapsed);
    a.assess({1, 1.0, 1});
    CHECK(a.able_cases() == Cs{0, 3});
    CHECK(a.state.cases.passes[1] == 1);  // the income test was passed
}

TEST_CASE("the income test is passed in consecutive years", "[exit][assess]") {
    Assessed a(of_people({1, 1}), {0, 0}, {4000, 4000});
    const Assessment rule{1, 1.0, 2};
    a.assess(rule);
    CHECK(a.able.empty());
    a.next_year({4000, 2000});
    a.assess(rule);
    CHECK(a.able_cases() == Cs{0});
    a.next_year({2000, 4000});
    a.assess(rule);
    CHECK(a.able.empty());
    a.next_year({4000, 4000});
    a.assess(rule);
    CHECK(a.able_cases() == Cs{1});
}

TEST_CASE("a top-up pays exactly the gap", "[exit][top_up]") {
    Assessed a(of_people({3, 2, 1}), {1000, 4000, 1000}, {2000.25F, 1000, 1000});
    a.year.floor = {2500, 2500, 0};
    a.assess({2, 1.0, 1});
    CHECK(a.year.top_up == std::vector<float>{999.875F, 0.0F, 0.0F});  // means 1500.125, 2500, 1000
    CHECK(a.able.empty());  // a floor under the line lifts nobody out
    CHECK(a.state.cases.assessable == std::vector<float>{2000.25F, 1000, 1000});
}

TEST_CASE("a floor at the line clears the register, and a margin raises both", "[exit][top_up]") {
    for (double margin : {1.0, 1.1}) {
        Assessed a(of_people({1, 1}), {0, 0}, {500, 2900});
        a.year.floor = {3000, 3000};
        a.assess({1, margin, 1});
        CHECK(a.able_cases() == Cs{0, 1});
        CHECK(static_cast<double>(a.able[0].assessed) == Approx(3000 * margin).epsilon(0x1p-23));
        CHECK(static_cast<double>(a.year.top_up[0]) ==
              Approx(3000 * margin - 500).epsilon(0x1p-23));
    }
}

TEST_CASE("a top-up is paid off the register, too, and never lowers income", "[exit][top_up]") {
    Assessed a(of_people({1, 1}), {0, 0}, {500, 2900});
    set_status(a, 0, Status::exited);
    a.year.floor = {2000, 2000};
    a.assess({1, 1.0, 1});
    CHECK(a.year.top_up == std::vector<float>{1500.0F, 0.0F});
}

TEST_CASE("the best-placed leave first, up to the number of people", "[exit][let_exit]") {
    const auto leave = [](std::int64_t up_to) {
        Assessed a(of_people({2, 3, 1, 2}), {0, 0, 0, 0}, {3500, 5000, 4000, 3500});
        a.assess({1, 1.0, 1});
        REQUIRE(a.able_people == 8);
        const std::int64_t people = let_exit(a.state, a.able, up_to, 2016).people;
        std::vector<std::uint32_t> out;
        std::int64_t counted = 0;
        for (std::uint32_t row = 0; row < 4; ++row) {
            if (status_of(a.state.state[row]) != Status::exited) continue;
            out.push_back(row);
            counted += trait::People::get(a.population.traits[row]);
            CHECK(a.state.cases.cohort[row] == 0);
        }
        CHECK(people == counted);
        return out;
    };
    CHECK(leave(2).empty());  // the first has three people
    CHECK(leave(3) == Cs{1});
    CHECK(leave(5) == Cs{1, 2});
    CHECK(leave(6) == Cs{0, 1, 2});  // of equal incomes the earlier case
    CHECK(leave(100) == Cs{0, 1, 2, 3});
}

// Nobody has asked for the expenses of who was never on the register, a case or not.
TEST_CASE("the truth of those never registered is their income alone", "[exit][assess]") {
    Assessed a(of_people({1, 1, 1}), {0, 0, 0}, {0, 0, 0});
    set_status(a, 1, Status::exited);
    set_status(a, 2, Status::never);
    a.year.income = {3000.0F, 3000.0F, 3000.0F};
    a.year.illness = {700.0F, 700.0F, 700.0F};
    a.year.schooling = {100.0F, 100.0F, 100.0F};
    a.year.top_up = {0.0F, 0.0F, 0.0F};
    a.year.true_assessed.resize(3);
    average_truth(a.year, a.state, {.average_years = 1});
    CHECK(a.year.true_assessed == std::vector<float>{2200.0F, 2200.0F, 3000.0F});
    CHECK(a.state.cases.true_assessable == a.year.true_assessed);
}
