#include "engine/population/measures/multidimensional.h"

#include <catch2/catch.hpp>

using namespace zhaimao::measures;

namespace {
const std::vector<std::uint32_t> rows{0b0000, 0b1001, 0b1111, 0b0010};  // mpindex's example
const std::vector<double> one_each(4, 1.0), equal(4, 0.25);
}  // namespace

TEST_CASE("a published example of H, A and M0", "[population][measures]") {
    const Multidimensional m = alkire_foster(rows, one_each, equal, 0.5);
    CHECK(m.headcount == 0.5);
    CHECK(m.intensity == 0.75);
    CHECK(m.adjusted == 0.375);
    // The poor lack 2, 1, 1 and 2 times indicators 0 to 3, of 6.
    CHECK(m.contribution[0] == Approx(2.0 / 6).epsilon(1e-15));
    CHECK(m.contribution[1] == Approx(1.0 / 6).epsilon(1e-15));
    CHECK(m.contribution[3] == Approx(2.0 / 6).epsilon(1e-15));
}

TEST_CASE("cutoffs from union to intersection, weights by people and by indicator",
          "[population][measures]") {
    CHECK(alkire_foster(rows, one_each, equal, 0.0).headcount == 0.75);
    CHECK(alkire_foster(rows, one_each, equal, 0.25).headcount == 0.75);
    CHECK(alkire_foster(rows, one_each, equal, 1.0).headcount == 0.25);
    const std::vector<double> people{1, 2, 3, 4}, heavy{1, 5, 1, 1};  // scaled to 1/8, 5/8, ...
    const Multidimensional m = alkire_foster(rows, people, heavy, 0.5);
    CHECK(m.headcount == Approx(0.7).epsilon(1e-15));  // 1111 and 0010
    CHECK(m.adjusted == Approx((3 * 1.0 + 4 * 0.625) / 10).epsilon(1e-15));
}

TEST_CASE("two of six at a third: the cutoff is met though sums are rounded",
          "[population][measures]") {
    const std::vector<double> sixths(6, 1.0), tenths{0.1, 0.2, 0.7};
    for (std::uint32_t a = 0; a < 6; ++a)
        for (std::uint32_t b = a + 1; b < 6; ++b) {
            const std::vector<std::uint32_t> two{1U << a | 1U << b};
            CHECK(alkire_foster(two, std::vector<double>{1.0}, sixths, 1.0 / 3).headcount == 1.0);
        }
    const std::vector<std::uint32_t> first_two{0b011};
    CHECK(alkire_foster(first_two, std::vector<double>{1.0}, tenths, 0.3).headcount == 1.0);
    CHECK(alkire_foster(first_two, std::vector<double>{1.0}, tenths, 0.3001).headcount == 0.0);
}

TEST_CASE("nobody poor, nobody at all, nobody with weight", "[population][measures]") {
    const std::vector<std::uint32_t> fine{0, 0}, none;
    const std::vector<double> people{1, 1}, no_people, weightless{0, -1};
    CHECK(alkire_foster(fine, people, equal, 0.0).adjusted == 0.0);
    CHECK(alkire_foster(fine, people, equal, 0.0).contribution == std::vector<double>(4, 0.0));
    CHECK(alkire_foster(none, no_people, equal, 0.5).intensity == 0.0);
    CHECK(alkire_foster(std::vector<std::uint32_t>{15, 15}, weightless, equal, 0.5).headcount ==
          0.0);
}
