#include "engine/report/value_label.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

TEST_CASE("an input's value stands in the unit of its column", "[report][value_label]") {
    const auto en = [](const char* written, const char* unit) {
        return value_label(written, unit, Language::en);
    };
    CHECK(en("{triangular: [1500 万元, 4500 万元, 1.2 亿元]}", "yuan") ==
          "triangular 15,000,000; 45,000,000; 120,000,000");
    CHECK(en("{triangular: [0.6 yuan/kWh, 0.8 yuan/kWh, 0.95 yuan/kWh]}", "yuan/Wh") ==
          "triangular 0.0006; 0.0008; 0.00095");
    CHECK(en("94.49 kW/village", "W/village") == "94,490");
    CHECK(en("3 villages", "villages") == "3");
    CHECK(en("2300 yuan/person/year @2010", "yuan/person/year") == "2,300 @2010");
    CHECK(value_label("{uniform: [0 villages, 33 villages]}", "villages", Language::zh) ==
          "均匀分布 0；33");
}

TEST_CASE("per cent and what is no number of the unit stay as written", "[report][value_label]") {
    for (const char* written : {"17.04 %", "0.2", "yes", "5 people", "{a: b}", ""})
        CHECK(value_label(written, "villages", Language::en) == written);
    CHECK(value_label("{normal: [7 %, 1.7 %]}", "a share a year", Language::en) ==
          "normal 7 %; 1.7 %");
    CHECK(value_label("{lognormal: [3 people, 0.2]}", "people", Language::zh) ==
          "对数正态分布 3；0.2");
}
