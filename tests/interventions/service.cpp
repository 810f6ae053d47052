#include "engine/interventions/service.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

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
