#include "engine/core/config/unit_hint.h"

#include <array>
#include <catch2/catch.hpp>

using namespace zhaimao;

namespace {

std::string hint(const std::string& written, std::span<const Dimension> expected) {
    return unit_hint(written, parse_quantity(written).quantity.dimension, expected);
}

}  // namespace

TEST_CASE("a wrong unit of money gets the likely right one", "[core][config][unit_hint]") {
    constexpr std::array yearly{unit::yuan_per_household_year};
    constexpr std::array once{unit::yuan_per_person, unit::yuan_per_student};
    CHECK(hint("800 yuan/household", yearly) ==
          ". If it is so much every year, write '800 yuan/household/year'");
    CHECK(hint("800 yuan/student/year", once) ==
          ". If it is so much once, write '800 yuan/student'");
    CHECK(hint("80 yuan/student/month", once) ==
          ". If it is so much once, write '80 yuan/student'");
    CHECK(hint("800 yuan/person/year", yearly) ==
          ". Work out how much it is in yuan/household/year, and write that");
    CHECK(hint("800 yuan/year", yearly) == ". Say of whom: '800 yuan/household/year'");
    CHECK(hint("800 yuan", yearly) == ". Say how often and of whom: '800 yuan/household/year'");
    CHECK(hint("800 yuan", once) == ". Say of whom: '800 yuan/person'");
}

TEST_CASE("where no slip is likely there is no hint", "[core][config][unit_hint]") {
    constexpr std::array people{unit::people};
    constexpr std::array yearly{unit::yuan_per_household_year};
    CHECK(hint("5 households", people).empty());
    CHECK(hint("5 people", yearly).empty());
    CHECK(hint("5 %", yearly).empty());
}
