#include "engine/exit/village_exit.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

TEST_CASE("a registered village exits under its threshold, once, with an income of its own",
          "[exit][village]") {
    VillageExit rule;
    rule.incidence = {0.02, ShareRule::Side::under};
    rule.collective_income_fen = 500000;
    Villages villages;
    villages.people = {1000, 1000, 1000, 500};  // the last one is not registered
    villages.left_in = {0, 0, 0};
    villages.advance(rule, {19, 20, 0, 0}, {500000, 900000, 499999, 0}, 2017);
    CHECK(villages.left_in == std::vector<std::int16_t>{2017, 0, 0});
    villages.advance(rule, {300, 19, 0, 0}, {0, 500000, 500000, 0}, 2018);
    CHECK(villages.left_in == std::vector<std::int16_t>{2017, 2018, 2018});
    CHECK(villages.exited == 3);
}
