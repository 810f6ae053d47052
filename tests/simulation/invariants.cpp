#include "engine/simulation/invariants.h"

#include <catch2/catch.hpp>

using namespace zhaimao;
using Catch::Matchers::Contains;

TEST_CASE("people are conserved, or it is said who is missing", "[simulation][invariants]") {
    CHECK(check_people(100.0, 100.0, 100.0).empty());
    CHECK(check_people(100.0, 99.0, 100.0) == "99 people in all statuses, 100 in the county");
    CHECK(check_people(100.0, 100.0, 101.0) == "101 people lived the year, 100 are in the county");
}

TEST_CASE("whoever begins a year in a status ended the last one in it",
          "[simulation][invariants]") {
    CHECK(check_statuses({70, 20, 9, 1}, {70, 20, 9, 1}).empty());
    CHECK(check_statuses({70, 20, 9, 1}, {70, 20, 10, 0}) ==
          "10 people begin the year as exited, 9 ended the last one so");
}

TEST_CASE("the register's account balances", "[simulation][invariants]") {
    // Before, entered, relapsed, exited, now, by status: 50 + 4 + 3 - 10 = 47.
    CHECK(check_register({50, 4, 3, 10, 47, 47}).empty());
    CHECK(check_register({50, 4, 3, 10, 47, 46}) ==
          "46 people on the register by status, 47 by count");
    CHECK(check_register({50, 4, 3, 9, 47, 47}) ==
          "47 people on the register, 48 by entries and exits");
}

TEST_CASE("a capacity may be used up, not exceeded", "[simulation][invariants]") {
    CHECK(check_capacity(12, 12).empty());
    CHECK(check_capacity(12, -1).empty());  // none set
    CHECK(check_capacity(13, 12) == "13 served, a capacity of 12");
    CHECK(check_capacity(1, 0) == "1 served, a capacity of 0");
    CHECK(check_city_capacity(30, 30.0).empty());
    CHECK(check_city_capacity(31, 30.9) == "counties are to serve 31, a capacity of 30.9");
}

TEST_CASE("a fund may be used up, not overdrawn, and is spent in counties",
          "[simulation][invariants]") {
    const std::array<std::int64_t, 2> spent{300, 200};
    CHECK(check_fund({400, 100, 500}, spent).empty());  // allotted, carried, spent
    CHECK(check_fund({400, 99, 500}, spent) == "overdrawn by 1 fen");
    CHECK(check_fund({400, 200, 501}, spent) == "spent 501 fen, its counties 500");
}

TEST_CASE("funds pay what their interventions cost, to the fen", "[simulation][invariants]") {
    CHECK(check_budget(123456, 123456).empty());
    CHECK(check_budget(123456, 123455) == "funds paid 123456 fen, what they pay for cost 123455");
}

TEST_CASE("what households receive is what is paid, to the fen, but for what floats cannot tell",
          "[simulation][invariants]") {
    CHECK(check_receipts(100008, {100008.0, 0.0}).empty());
    CHECK(check_receipts(100009, {100008.0, 0.0}) ==
          "100009 fen of transfers and dividends paid, 100008 received");
    CHECK_FALSE(check_receipts(100007, {100008.0, 0.0}).empty());
    CHECK(check_receipts(20000000 + 5, {2e7, 5.27}).empty());
    CHECK_FALSE(check_receipts(20000000 + 6, {2e7, 5.27}).empty());
}
