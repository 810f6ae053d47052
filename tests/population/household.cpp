#include "engine/population/household.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

TEST_CASE("a field of bits holds its value and touches no other", "[population][household]") {
    std::uint32_t word = 0;
    word = trait::People::set(word, 15);
    word = trait::Workers::set(word, 9);
    word = trait::Students::set(word, 0b1010);
    word = trait::Poor::set(word, 1);
    word = trait::RegisteredVillage::set(word, 1);
    word = trait::MainCause::set(word, static_cast<std::uint32_t>(Cause::drive));
    word = trait::Unmet::set(word, 0b10110);
    CHECK(trait::People::get(word) == 15);
    CHECK(trait::Workers::get(word) == 9);
    CHECK(trait::Students::get(word) == 0b1010);
    CHECK(trait::Poor::get(word) == 1);
    CHECK(trait::RegisteredVillage::get(word) == 1);
    CHECK(trait::MainCause::get(word) == static_cast<std::uint32_t>(Cause::drive));
    CHECK(trait::Unmet::get(word) == 0b10110);
    word = trait::Workers::set(word, 0);
    CHECK(trait::Workers::get(word) == 0);
    CHECK(trait::People::get(word) == 15);
    CHECK(trait::Students::get(word) == 0b1010);
}

TEST_CASE("no two fields of a word share a bit", "[population][household]") {
    constexpr std::uint32_t traits[] = {
        trait::People::mask, trait::Workers::mask,           trait::Students::mask,
        trait::Poor::mask,   trait::RegisteredVillage::mask, trait::MainCause::mask,
        trait::Unmet::mask};
    constexpr std::uint32_t states[] = {state::Status::mask, state::IsCase::mask,
                                        state::Unmet::mask, state::Event::mask,
                                        state::EventYears::mask};
    std::uint32_t used = 0;
    for (std::uint32_t mask : traits) {
        CHECK((used & mask) == 0);
        used |= mask;
    }
    used = 0;
    for (std::uint32_t mask : states) {
        CHECK((used & mask) == 0);
        used |= mask;
    }
    CHECK(trait::MainCause::max + 1 >= cause_count);
    CHECK(state::Status::max + 1 >= status_count);
}

TEST_CASE("registered and relapsed are on the register", "[population][household]") {
    CHECK_FALSE(on_register(Status::never));
    CHECK(on_register(Status::registered));
    CHECK_FALSE(on_register(Status::exited));
    CHECK(on_register(Status::relapsed));
}
