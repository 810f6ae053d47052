#include "engine/interventions/service.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

using namespace zhaimao;

TEST_CASE("money is rounded to whole fen, halves away from zero", "[interventions][service]") {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> anything(-1e9, 1e9);
    for (int i = 0; i < 100'000; ++i) {
        const double x = anything(random);
        REQUIRE(whole_fen(x) == std::llround(x));
        const double half = std::floor(x) + 0.5;
        REQUIRE(whole_fen(half) == std::llround(half));
    }
    for (const double x : {0.0, 0.49999999999999994, -0.49999999999999994, 4503599627370495.5})
        CHECK(whole_fen(x) == std::llround(x));
    CHECK(fen_of_yuan(1234.565) == 123457);
}

TEST_CASE("units of a household: itself, its people, its workers, its students",
          "[interventions][service]") {
    std::uint32_t t = trait::People::set(0, 6);
    t = trait::Workers::set(t, 2);
    t = trait::Students::set(t, bit_of(Stage::primary) | bit_of(Stage::university));
    CHECK(units_of(t, Per::household) == 1);
    CHECK(units_of(t, Per::person) == 6);
    CHECK(units_of(t, Per::worker) == 2);
    CHECK(units_of(t, Per::student) == 2);
    CHECK(units_of(t, Per::student, static_cast<int>(Stage::primary)) == 1);
    CHECK(units_of(t, Per::student, static_cast<int>(Stage::junior)) == 0);
    CHECK(units_of(t, Per::student, static_cast<int>(Stage::university)) == 1);
    CHECK(units_of(trait::People::set(0, 3), Per::worker) == 0);
}

TEST_CASE("amounts together are what each comes to", "[interventions][service]") {
    const std::vector<Amount> amounts{{12.345, Per::person},
                                      {0.005, Per::household},
                                      {700, Per::worker},
                                      {31.25, Per::student},
                                      {9000, Per::village}};
    const auto junior = static_cast<int>(Stage::junior);
    MemberCost together;
    for (const Amount& amount : amounts) together.add(amount);
    together.add({250.5, Per::student}, junior);
    std::mt19937 random(4);
    for (int i = 0; i < 1000; ++i) {
        const auto traits = static_cast<std::uint32_t>(random());
        std::int64_t fen = 25050 * units_of(traits, Per::student, junior);
        for (const Amount& amount : amounts) fen += amount.fen_of(traits);
        REQUIRE(together.of(traits) == fen);
    }
}
