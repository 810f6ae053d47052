#include "engine/core/contracts.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

TEST_CASE("a violated invariant says where and what, in every build", "[core][contracts]") {
    const int people = 3;
    CHECK_NOTHROW(INVARIANT(people == 3, "statuses sum to the population"));
    try {
        INVARIANT(people == 4, "statuses sum to " + std::to_string(people) + ", not 4");
        FAIL("no exception");
    } catch (const ContractViolation& violation) {
        const std::string what = violation.what();
        CHECK(what.find("contracts.cpp:") != std::string::npos);
        CHECK(what.find(": statuses sum to 3, not 4") != std::string::npos);
    }
}

TEST_CASE("the place of a violation starts at the engine, wherever that was built",
          "[core][contracts]") {
    try {
        violated("/home/somebody/zhaimao/engine/core/units.cpp", 12, "expects scale > 0");
    } catch (const ContractViolation& violation) {
        CHECK(std::string(violation.what()) == "engine/core/units.cpp:12: expects scale > 0");
    }
}

TEST_CASE("preconditions and promises are checked in all builds but release", "[core][contracts]") {
    CHECK_NOTHROW(EXPECTS(true));
    int evaluations = 0;
#ifdef NDEBUG
    EXPECTS(++evaluations < 0);
    ENSURES(++evaluations < 0);
    CHECK(evaluations == 0);
#else
    CHECK_THROWS_AS(EXPECTS(++evaluations < 0), ContractViolation);
    CHECK_THROWS_WITH(ENSURES(++evaluations < 0), Catch::Contains("ensures ++evaluations < 0"));
    CHECK(evaluations == 2);
#endif
}
