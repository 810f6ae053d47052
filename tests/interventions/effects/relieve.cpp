#include "engine/interventions/effects/relieve.h"

#include <catch2/catch.hpp>

#include "tests/interventions/effects/served_cases.h"

using namespace zhaimao;

namespace {

// Four people with two students who bear 2000 of illness and 1500 of schooling per head.
struct Burdened : ServedCases {
    Burdened() : ServedCases({household()}) {
        year.illness[0] = 2000.0F;
        year.schooling[0] = 1500.0F;
    }
    static MadeHousehold household() {
        MadeHousehold h;
        h.people = 4;
        h.students = 0b1100;
        return h;
    }
};

Relieve by(Relieve::Expense expense, double yuan, Per per) {
    Relieve r;
    r.expense = expense;
    r.by = {yuan, per};
    return r;
}

}  // namespace

TEST_CASE("relieve lowers one expense by an amount, per unit", "[interventions][relieve]") {
    using Expense = Relieve::Expense;
    const auto left = [](const Relieve& r) {
        Burdened cases;
        r.apply(cases.at_age(0), cases.context);
        return std::pair{cases.year.illness[0], cases.year.schooling[0]};
    };
    CHECK(left(by(Expense::illness, 1000, Per::household)) == std::pair{1750.0F, 1500.0F});
    CHECK(left(by(Expense::illness, 1000, Per::person)) == std::pair{1000.0F, 1500.0F});
    CHECK(left(by(Expense::schooling, 1000, Per::student)) == std::pair{2000.0F, 1000.0F});
    CHECK(left(by(Expense::schooling, 90000, Per::household)) ==
          std::pair{2000.0F, 0.0F});  // at most to zero
}

TEST_CASE("shares relieve what is left of the expense", "[interventions][relieve]") {
    Burdened cases;
    Relieve r;
    r.share = 0.5;
    r.apply(cases.at_age(0), cases.context);
    CHECK(cases.year.illness[0] == 1000.0F);
    r.apply(cases.at_age(0), cases.context);
    CHECK(cases.year.illness[0] == 500.0F);
    CHECK(cases.year.schooling[0] == 1500.0F);
    r.share = 1.0;
    r.apply(cases.at_age(0), cases.context);
    CHECK(cases.year.illness[0] == 0.0F);
}
