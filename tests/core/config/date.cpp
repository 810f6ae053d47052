#include "engine/core/config/date.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

TEST_CASE("dates have a year, a month and a day", "[core][config][date]") {
    for (const char* date : {"2016-01-31", "1999-12-01"}) CHECK(is_iso_date(date));
    for (const char* text : {"2016-1-31", "2016-13-01", "2016-00-01", "2016-01-32", "2016-01",
                             "31.01.2016", "", "2016-01-31 "})
        CHECK_FALSE(is_iso_date(text));
}
