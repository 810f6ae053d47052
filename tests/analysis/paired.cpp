#include "engine/analysis/paired.h"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

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

namespace {

// By counts: both, the baseline only, the other only, neither.
Interval of_shares(int both, int only_baseline, int only_other, int neither) {
    std::vector<double> baseline, other;
    const auto add = [&](int count, double b, double o) {
        baseline.insert(baseline.end(), static_cast<std::size_t>(count), b);
        other.insert(other.end(), static_cast<std::size_t>(count), o);
    };
    add(both, 1, 1), add(only_baseline, 1, 0), add(only_other, 0, 1), add(neither, 0, 0);
    return paired_shares(baseline, other).confidence;
}

void is_about(const Interval& interval, double low, double high) {
    constexpr double last_digit = 0.5e-4;
    CHECK(interval.low == Approx(low).margin(last_digit));
    CHECK(interval.high == Approx(high).margin(last_digit));
}

}  // namespace

TEST_CASE("intervals of differences of shares are the published ones", "[analysis][paired]") {
    // Newcombe 1998, table II, method 10: there the first less the second.
    is_about(of_shares(36, 2, 12, 0), 0.0569, 0.3404);
    is_about(of_shares(18, 2, 12, 18), 0.0562, 0.3290);
    is_about(of_shares(53, 0, 0, 1), -0.0729, 0.0729);
}

TEST_CASE("an interval of a difference of shares has a width and stays within one",
          "[analysis][paired]") {
    for (int n = 2; n <= 9; ++n)
        for (int a = 0; a <= n; ++a)
            for (int b = 0; a + b <= n; ++b)
                for (int c = 0; a + b + c <= n; ++c) {
                    const Interval i = of_shares(a, b, c, n - a - b - c);
                    const double d = static_cast<double>(c - b) / n;
                    const bool ordered =
                        i.low >= -1.0 && i.low <= d && d <= i.high && i.high <= 1.0;
                    if (!ordered || i.high - i.low < 0.1) FAIL(n << a << b << c);
                    // Which of the two is the baseline is a matter of sign.
                    const Interval turned = of_shares(a, c, b, n - a - b - c);
                    CHECK(turned.low == Approx(-i.high).margin(1e-15));
                }
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

TEST_CASE("the same difference in every replicate has no width that is known",
          "[analysis][paired]") {
    const std::vector<double> before{1, 2, 3, 4}, shifted{2, 3, 4, 5}, other{2, 1, 4, 3};
    CHECK(std::isinf(half_width(paired_difference(before, shifted))));
    CHECK(half_width(paired_difference(before, before)) == 0.0);
    const PairedDifference d = paired_difference(before, other);
    CHECK(half_width(d) == 0.5 * (d.confidence.high - d.confidence.low));
}
