#include "engine/interventions/effects/transfer.h"

#include <catch2/catch.hpp>

#include "tests/interventions/effects/served_cases.h"

using namespace zhaimao;

namespace {

std::vector<MadeHousehold> households() {
    MadeHousehold four;
    four.people = 4;
    four.workers = 3;
    four.students = bit_of(Stage::primary) | bit_of(Stage::university);
    MadeHousehold alone;
    return {four, alone};
}

Transfer transfer(double yuan, Per per, int stage = -1) {
    Transfer t;
    t.amount = {yuan, per};
    t.stage = stage;
    return t;
}

}  // namespace

TEST_CASE("a transfer pays per person, household, worker or student", "[interventions][transfer]") {
    const auto paid = [](const Transfer& t) {
        ServedCases cases(households());
        t.apply(cases.at_age(0), cases.context);
        return std::pair{cases.year.support, cases.context.flows.paid};
    };
    using Heads = std::vector<float>;
    CHECK(paid(transfer(100, Per::person)) == std::pair{Heads{100, 100}, std::int64_t{50000}});
    CHECK(paid(transfer(100, Per::household)) == std::pair{Heads{25, 100}, std::int64_t{20000}});
    CHECK(paid(transfer(100, Per::worker)) == std::pair{Heads{75, 0}, std::int64_t{30000}});
    CHECK(paid(transfer(5000, Per::student)) == std::pair{Heads{2500, 0}, std::int64_t{1000000}});
    CHECK(paid(transfer(5000, Per::student, 3)) == std::pair{Heads{1250, 0}, std::int64_t{500000}});
    CHECK(paid(transfer(5000, Per::student, 1)) == std::pair{Heads{0, 0}, std::int64_t{0}});
}

TEST_CASE("money is paid in whole fen, and what is paid is received", "[interventions][transfer]") {
    ServedCases cases(households());
    transfer(22.920301, Per::person).apply(cases.at_age(0), cases.context);
    CHECK(cases.context.flows.paid == 5 * 2292);
    CHECK(cases.year.support[0] == static_cast<float>(4 * 22.92) / 4.0F);
    CHECK(cases.year.support[1] == 22.92F);
}

TEST_CASE("a transfer ends with its duration, and is not paid again where base income holds it",
          "[interventions][transfer]") {
    Transfer t = transfer(100, Per::household);
    t.duration = 2;
    const auto fen = [&](int age, int age_at_start) {
        ServedCases cases(households());
        t.apply(cases.at_age(age, age_at_start), cases.context);
        return cases.context.flows.paid;
    };
    CHECK(fen(0, -1) == 20000);
    CHECK(fen(1, -1) == 20000);
    CHECK(fen(2, -1) == 0);
    CHECK(fen(1, 0) == 0);  // identified at the start, never paid twice
}
