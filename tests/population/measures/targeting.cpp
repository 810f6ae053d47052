#include "engine/population/measures/targeting.h"

#include <catch2/catch.hpp>
#include <limits>
#include <vector>

using namespace zhaimao::measures;

namespace {
const std::vector<double> incomes{500, 900, 1500, 4000}, people{2, 3, 4, 1};
const std::vector<std::uint8_t> served{1, 0, 1, 0};
}  // namespace

TEST_CASE("errors, coverage and leakage by hand", "[population][measures]") {
    const std::vector<double> yuan{900, 5000, 100, 5000};  // of the served, 1000 in all
    const Targeting t = targeting({incomes, people, served, yuan}, 1000);
    CHECK(t.inclusion_error == Approx(4.0 / 6).epsilon(1e-15));
    CHECK(t.exclusion_error == Approx(3.0 / 5).epsilon(1e-15));
    CHECK(t.coverage == 0.6);
    CHECK(t.leakage == Approx(0.1).epsilon(1e-15));
    // Where benefits are equal a head, leakage is the inclusion error.
    CHECK(targeting({incomes, people, served, {}}, 1000).leakage == t.inclusion_error);
}

TEST_CASE("the index is the poorest two fifths' share of benefits over two fifths",
          "[population][measures]") {
    // The poorest 4 of 10 people: the first household and two of three of the second.
    const std::vector<double> yuan{200, 300, 500, 0};
    const std::vector<std::uint8_t> all{1, 1, 1, 1};
    CHECK(coady_grosh_hoddinott({incomes, people, all, yuan}) == Approx(0.4 / 0.4).epsilon(1e-14));
    CHECK(coady_grosh_hoddinott({incomes, people, all, {}}) == Approx(1.0).epsilon(1e-14));
    const std::vector<std::uint8_t> poorest{1, 0, 0, 0}, richest{0, 0, 0, 1};
    CHECK(coady_grosh_hoddinott({incomes, people, poorest, {}}) == Approx(2.5).epsilon(1e-14));
    CHECK(coady_grosh_hoddinott({incomes, people, richest, {}}) == 0.0);
    CHECK(coady_grosh_hoddinott({incomes, people, poorest, {}}, 0.1) == Approx(5.0).epsilon(1e-14));
}

TEST_CASE("nobody served, nobody poor, nobody at all: zero, never NaN", "[population][measures]") {
    const std::vector<std::uint8_t> nobody(4, 0);
    CHECK(targeting({incomes, people, nobody, {}}, 1000).inclusion_error == 0.0);
    CHECK(targeting({incomes, people, nobody, {}}, 1000).exclusion_error == 1.0);
    CHECK(targeting({incomes, people, served, {}}, 100).exclusion_error == 0.0);
    CHECK(coady_grosh_hoddinott({incomes, people, nobody, {}}) == 0.0);
    CHECK(coady_grosh_hoddinott({}) == 0.0);
    CHECK(targeting({}, 1000).coverage == 0.0);
    // Without people or without an income a row is none.
    const std::vector<double> odd{500, std::numeric_limits<double>::quiet_NaN()}, weights{0, 2};
    const std::vector<std::uint8_t> both{1, 1};
    CHECK(targeting({odd, weights, both, {}}, 1000).coverage == 0.0);
}

TEST_CASE("errors and the index from sums", "[population][measures]") {
    // 10 people served, 6 of them among 8 poor ones.
    CHECK(inclusion_error({10, 6, 8}) == 0.4);
    CHECK(exclusion_error({10, 6, 8}) == 0.25);
    CHECK(coady_grosh_hoddinott(300, 1000) == Approx(0.75).epsilon(1e-14));
    CHECK(coady_grosh_hoddinott(0, 0) == 0.0);
    CHECK(inclusion_error({}) == 0.0);
    CHECK(exclusion_error({}) == 0.0);
}
