#include "engine/report/unit_label.h"

#include <catch2/catch.hpp>

#include "engine/simulation/indicators.h"

using namespace zhaimao;

TEST_CASE("units in the reader's language", "[report][unit_label]") {
    CHECK(unit_label("yuan/person/year", Language::zh) == "元/人/年");
    CHECK(unit_label("yuan/person/year", Language::en) == "yuan/person/year");
    CHECK(unit_label("people/household", Language::zh) == "人/户");
    CHECK(unit_label("a plain number", Language::zh) == "无单位");
    CHECK(unit_label("a share a year", Language::zh) == "比例/年");
    CHECK(unit_label("furlong/year", Language::zh) == "furlong/年");
    CHECK(unit_label("", Language::zh).empty());
    CHECK(with_unit_label("47,206", "people", Language::en) == "47,206 people");
    CHECK(with_unit_label("47,206", "people", Language::zh) == "47,206人");
    CHECK(with_unit_label("0.667", "share", Language::zh) == "0.667");
    CHECK(source_label("assumption", Language::zh) == "假设");
    CHECK(source_label("assumption", Language::en) == "assumption");
    CHECK(source_label("State Council, 2015", Language::zh) == "State Council, 2015");
}

TEST_CASE("every indicator's unit has a Chinese word", "[report][unit_label]") {
    const auto check = [](std::string_view unit) {
        const std::string label = unit_label(std::string(unit), Language::zh);
        INFO(unit << " " << label);
        CHECK(label.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos);
    };
    for (const IndicatorInfo& info : indicator_table) check(info.unit);
    for (const IndicatorInfo& info : service_table) check(info.unit);
}
