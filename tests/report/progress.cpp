#include "engine/report/progress.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

TEST_CASE("progress says how much is done and how long the rest takes", "[report][progress]") {
    CHECK(progress_line(0, 200, 3.0, "replicates") == "  0 of 200 replicates");
    CHECK(progress_line(50, 200, 14.0, "replicates") == " 50 of 200 replicates, 0:42 left");
    CHECK(progress_line(1, 200, 30.0, "replicates") == "  1 of 200 replicates, 1:39:30 left");
    CHECK(progress_line(200, 200, 9.0, "replicates") == "200 of 200 replicates, 0:00 left");
}
