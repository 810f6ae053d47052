#include "engine/report/line_label.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

TEST_CASE("a variant of the poverty line is called by words, and by its id", "[report]") {
    CHECK(line_label("ex_ante", Language::en) == "as planners expected it (ex_ante)");
    CHECK(line_label("ex_ante", Language::zh) == "规划时的预期（ex_ante）");
    CHECK(line_label("of_2030", Language::en) == "of_2030");
}
