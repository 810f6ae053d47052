#include "engine/analysis/paired.h"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>

using namespace zhaimao;

TEST_CASE("Student's quantiles are those of the tables", "[analysis][paired]") {
    // Abramowitz and Stegun, table 26.10, to their three decimals.
    CHECK(student_t(0.95, 1) == Approx(12.706).margin(0.0005));
    CHECK(student_t(0.95, 2) == Approx(4.303).margin(0.0005));
    CHECK(student_t(0.95, 4) == Approx(2.776).margin(0.0005));
    CHECK(student_t(0.95, 30) == Approx(2.042).margin(0.0005));
    CHECK(student_t(0.95, 120) == Approx(1.980).margin(0.0005));
    CHECK(student_t(0.99, 10) == Approx(3.169).margin(0.0005));
}

TEST_CASE("a paired difference by hand", "[analysis][paired]") {
    const std::array<double, 5> before{10, 20, 30, 40, 50};
    const std::array<double, 5> after{12, 21, 33, 41, 53};  // differences 2, 1, 3, 1, 3
    const PairedDifference d = paired_difference(before, after);
    CHECK(d.baseline == 30.0);
    CHECK(d.other == 32.0);
    CHECK(d.difference.mean == 2.0);
    CHECK(d.difference.sd == Approx(1.0));  // squares 0, 1, 1, 1, 1 over 4
    const double half = 2.7764451051977987 / std::sqrt(5.0);
    CHECK(d.confidence.low == Approx(2.0 - half));
    CHECK(d.confidence.high == Approx(2.0 + half));
    CHECK(d.is_told_from_zero());
    // Variances 250 and 261: squares of 20, 11, 1, 9, 21 add up to 1044.
    CHECK(d.variance_ratio == Approx(250.0 + 261.0));
}

TEST_CASE("what cannot be told from zero says so", "[analysis][paired]") {
    const std::array<double, 4> before{1, 2, 3, 4};
    const std::array<double, 4> after{2, 1, 4, 3};
    CHECK_FALSE(paired_difference(before, after).is_told_from_zero());
    const PairedDifference same = paired_difference(before, before);
    CHECK_FALSE(same.is_told_from_zero());
    CHECK(std::isinf(same.variance_ratio));
    const std::array<double, 4> shifted{2, 3, 4, 5};
    CHECK(paired_difference(before, shifted).is_told_from_zero());  // by 1 in each future
    const std::array<double, 1> one{1};
    const std::array<double, 1> two{2};
    CHECK_FALSE(paired_difference(one, two).is_told_from_zero());  // one future tells nothing
}
