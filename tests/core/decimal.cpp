#include "engine/core/decimal.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <cstdlib>

using namespace zhaimao;

namespace {

std::string times(const char* a, const char* b) {
    return (Decimal::parse(a) * Decimal::parse(b)).text();
}
std::string plus(const char* a, const char* b) {
    return (Decimal::parse(a) + Decimal::parse(b)).text();
}

}  // namespace

TEST_CASE("products and sums of decimals are exact", "[core][decimal]") {
    CHECK(times("9.61", "1.1") == "10.571");  // in doubles 10.571000000000002
    CHECK(times("-0.5", "12000") == "-6000");
    CHECK(times("0", "-3") == "0");
    CHECK(times("99999999999999999999", "99999999999999999999") ==
          "9999999999999999999800000000000000000001");
    CHECK(plus("0.1", "0.2") == "0.3");
    CHECK(plus("1000", "-0.001") == "999.999");
    CHECK(plus("1", "-1") == "0");
    CHECK(plus("-5", "3") == "-2");
    CHECK(plus("3", "-5") == "-2");
    CHECK(plus("999", "1") == "1000");
}

TEST_CASE("a decimal reads back from its own text", "[core][decimal]") {
    for (const char* text :
         {"0.005", "12000", "1.5", "-0.25", "123456789.123456789", "1e-30", "1.5e40"}) {
        CAPTURE(text);
        CHECK(Decimal::parse(Decimal::parse(text).text()).value() == std::strtod(text, nullptr));
    }
    CHECK(Decimal::parse("010").text() == "10");
    CHECK(Decimal::parse(".50").text() == "0.5");
}

TEST_CASE("sums and products of whole numbers agree with integers", "[core][decimal]") {
    std::uint32_t state = 12345;
    const auto next = [&] {
        return static_cast<std::int64_t>((state = state * 1664525u + 1013904223u) % 200001u) -
               100000;
    };
    for (int i = 0; i < 2000; ++i) {
        const std::int64_t a = next(), b = next();
        REQUIRE(times(std::to_string(a).c_str(), std::to_string(b).c_str()) ==
                std::to_string(a * b));
        REQUIRE(plus(std::to_string(a).c_str(), std::to_string(b).c_str()) ==
                std::to_string(a + b));
    }
}

TEST_CASE("shifting moves the exponent only", "[core][decimal]") {
    CHECK(Decimal::parse("54").shifted(-2).value() == 0.54);
    CHECK(std::isinf(Decimal::parse("1e999").value()));
    CHECK(Decimal::parse("1e-999").value() == 0.0);
    CHECK(std::isinf(Decimal::parse("1e99999999999999999999").value()));
}
