#include "engine/core/units.h"

#include <catch2/catch.hpp>
#include <limits>

using namespace zhaimao;

namespace {

Quantity parsed(std::string_view text) {
    const ParsedQuantity p = parse_quantity(text);
    INFO(text << ": " << p.problem);
    REQUIRE(p.problem.empty());
    return p.quantity;
}

struct Case {
    const char* text;
    double value;
    Dimension dimension;
};

}  // namespace

TEST_CASE("quantities become base units, English and Chinese, singular and plural",
          "[core][units]") {
    const Dimension yuan_per_household_year = unit::yuan_per_household_year;
    const Case cases[] = {
        {"11000 people", 11000, unit::people},
        {"1 person", 1, unit::people},
        {"1.2 万人", 12000, unit::people},
        {"1.2万人", 12000, unit::people},
        {"1.2 wan people", 12000, unit::people},
        {"1.5 million people", 1.5e6, unit::people},
        {"2.87 亿元", 2.87e8, unit::yuan},
        {"9911.47 万元", 99114700, unit::yuan},
        {"54 %", 0.54, unit::number},
        {"54%", 0.54, unit::number},
        {"3 ‰", 0.003, unit::number},
        {"5000 yuan/student", 5000, unit::yuan_per_student},
        {"6000 yuan/household/month", 72000, yuan_per_household_year},
        {"500 元/户/月", 6000, yuan_per_household_year},
        {"3.03 people/household", 3.03, unit::people_per_household},
        {"12 MW", 12e6, one_of(Base::power)},
        {"30 千瓦", 30e3, one_of(Base::power)},
        {"3 years", 3, unit::years},
        {"6 months", 0.5, unit::years},
        {"3 年", 3, unit::years},
        {"42 个村", 42, unit::villages},
        {"7 户", 7, unit::households},
        {"-3 %", -0.03, unit::number},
        {"+3 %", 0.03, unit::number},
        {".5", 0.5, unit::number},
        {"1e3 people", 1000, unit::people},
        {"0.2", 0.2, unit::number},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(parsed(c.text).value == c.value);
        CHECK(parsed(c.text).dimension == c.dimension);
    }
}

TEST_CASE("every per cent with two decimals is the double nearest its fraction", "[core][units]") {
    for (int hundredths = 0; hundredths <= 10000; ++hundredths) {
        const std::string percent = std::to_string(hundredths / 100) + "." +
                                    std::to_string(hundredths / 10 % 10) +
                                    std::to_string(hundredths % 10);
        const std::string fraction = std::to_string(hundredths) + "e-4";
        REQUIRE(parsed(percent + " %").value == std::stod(fraction));
    }
}

TEST_CASE("a number is bare when no unit was written, and knows its year of prices",
          "[core][units]") {
    CHECK(parsed("0.2").bare);
    CHECK(parsed("3 million").bare);
    CHECK_FALSE(parsed("54 %").bare);
    CHECK_FALSE(parsed("3 people").bare);
    CHECK(parsed("2300 yuan/person/year @2010").price_year == 2010);
    CHECK(parsed("2300 yuan/person/year").price_year == 0);
}

TEST_CASE("what is not a quantity is named, with what to write", "[core][units]") {
    const std::pair<const char*, const char*> cases[] = {
        {"nan", "'nan' is not a number"},
        {".inf", "'.inf' is not a number"},
        {"people", "'people' is not a number"},
        {"", "'' is not a number"},
        {"0x1F", "'0x1F' is hexadecimal. Write the number in decimal digits"},
        {"1e999", "'1e999' is beyond the numbers a computer holds"},
        {"1e-999 %", "'1e-999 %' is beyond the numbers a computer holds"},
        {"010", "'010' begins with a zero (some programs would read it as octal). Write '10'"},
        {"1_000", "'1_000' has '_' inside the number. Write '1000'"},
        {"1,000 people", "'1,000 people' has ',' inside the number. Write '1000'"},
        {"1,000,000", "'1,000,000' has ',' inside the number. Write '1000000'"},
        {"0,5", "'0,5' has ',' inside the number. Write '0.5'"},
        {"11000 peple", "unknown unit 'peple'; did you mean 'people'?"},
        {"5 yuan/", "a unit is missing beside '/'"},
        {"5 yuan @10",
         "'@10' is not a year of prices. Write it as in '2300 yuan/person/year @2010'"},
        {"５ 人", "'５ 人' holds full-width '５'. Write '5'"},
        {"54％", "'54％' holds full-width '％'. Write '%'"},
        {"54　%", "'54　%' holds an ideographic (full-width) space. Write a plain space"},
    };
    for (const auto& [text, problem] : cases) {
        CAPTURE(text);
        CHECK(parse_quantity(text).problem == problem);
    }
}

TEST_CASE("dimensions are written as users write them", "[core][units]") {
    CHECK(unit::yuan_per_person_year.text() == "yuan/person/year");
    CHECK(unit::people_per_household.text() == "people/household");
    CHECK(unit::number.text() == "a plain number");
    CHECK(unit::per_year.text() == "a share a year");
    CHECK(unit::people.per(Base::year).text() == "people/year");
}
