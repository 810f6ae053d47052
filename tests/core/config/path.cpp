#include "engine/core/config/path.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

TEST_CASE("paths split at single dots, ranges of years and per cents stay whole",
          "[core][config][path]") {
    using Parts = std::vector<std::string>;
    CHECK(split_path("a.b.2018..2020") == Parts{"a", "b", "2018..2020"});
    CHECK(split_path("a.2017+") == Parts{"a", "2017+"});
    CHECK(split_path("a") == Parts{"a"});
    CHECK(split_path("a.") == Parts{"a", ""});
    CHECK(split_path("a.6.6 %") == Parts{"a", "6.6 %"});
    CHECK(split_path("a.16.65%.b") == Parts{"a", "16.65%", "b"});
    CHECK(split_path("6.6 %") == Parts{"6.6 %"});
    CHECK(split_path("a1.6 %") == Parts{"a1", "6 %"});
    CHECK(split_path("a.6.b %") == Parts{"a", "6", "b %"});
    CHECK(join_path("", "a") == "a");
    CHECK(join_path("a", "") == "a");
    CHECK(PathTo{"a", "b", "c", "2016"}.text() == "a.b.c.2016");
}
