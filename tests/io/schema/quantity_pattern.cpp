#include "engine/io/schema/quantity_pattern.h"

#include <catch2/catch.hpp>
#include <regex>
#include <vector>

using namespace zhaimao;

namespace {

bool matches(const std::string& text, const Dimension& dimension, bool may_be_negative = true) {
    return std::regex_match(text, std::regex(quantity_pattern(dimension, may_be_negative)));
}

const std::vector<Dimension> dimensions{unit::number,
                                        unit::people,
                                        unit::households,
                                        unit::years,
                                        unit::yuan,
                                        unit::people_per_household,
                                        unit::yuan_per_person,
                                        unit::yuan_per_person_year,
                                        unit::yuan_per_student_year};

}  // namespace

TEST_CASE("a pattern admits a text exactly where it is parsed with that dimension",
          "[io][schema]") {
    const std::vector<std::string> texts{"0.5",
                                         "54 %",
                                         "54%",
                                         "3‰",
                                         "-2 percent",
                                         "3 million",
                                         "11000 people",
                                         "11000people",
                                         "1.2 万人",
                                         "1.2万 人",
                                         "2.87 亿元",
                                         "1.5 million people",
                                         "1.5 millionpeople",
                                         "3 口人",
                                         "1e3 people",
                                         ".5 people",
                                         "5. people",
                                         "010 people",
                                         "0x1F people",
                                         "1_000 people",
                                         "1,000 people",
                                         "11000 peple",
                                         "people",
                                         "5 households",
                                         "2 years",
                                         "24 months",
                                         "3 个月",
                                         "5000 yuan",
                                         "5000 yuan/person",
                                         "5000 yuan / person / year",
                                         "5000 yuan/year/person",
                                         "416.5 元/人/月",
                                         "4 thousand yuan/student/year",
                                         "3.6 people/household",
                                         "360 people/hundred households",
                                         "5 yuan/",
                                         "5 /year",
                                         "54％",
                                         ""};
    for (const std::string& text : texts)
        for (const Dimension& d : dimensions) {
            const ParsedQuantity parsed = parse_quantity(text);
            INFO("'" << text << "' as " << d.text());
            CHECK(matches(text, d) == (parsed.problem.empty() && parsed.quantity.dimension == d));
        }
}

TEST_CASE("signs and years of prices are admitted where they make sense", "[io][schema]") {
    CHECK(matches("-5 people", unit::people, true));
    CHECK_FALSE(matches("-5 people", unit::people, false));
    CHECK(matches("+5 people", unit::people, false));
    CHECK(matches("2300 yuan/person/year @2010", unit::yuan_per_person_year));
    CHECK_FALSE(matches("2300 people @2010", unit::people));
    const Dimension per_year = unit::number.per(Base::year);
    CHECK(matches("7 %", per_year));
    CHECK(matches("0.07", per_year));
    CHECK(matches("7 %/year", per_year));
    CHECK_FALSE(matches("7 people/year", per_year));
}

TEST_CASE("a unit alone is admitted where bare numbers get it", "[io][schema]") {
    const std::regex people(unit_pattern(unit::people));
    CHECK(std::regex_match("people", people));
    CHECK(std::regex_match("万人", people));
    CHECK_FALSE(std::regex_match("peple", people));
    CHECK_FALSE(std::regex_match("households", people));
}
