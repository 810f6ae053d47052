#include "engine/ensemble/summary.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "tests/ensemble/values.h"

using namespace zhaimao;

TEST_CASE("moments and type 7 quantiles of five numbers", "[ensemble][summary]") {
    const std::vector<double> values{7.0, 1.0, 4.0, 2.0, 6.0};  // mean 4, squares 9+9+0+4+4 = 26
    const Summary s = summarise(values);
    CHECK(s.n == 5);
    CHECK(s.non_finite == 0);
    CHECK(s.mean == 4.0);
    CHECK(s.sd == Approx(std::sqrt(6.5)).epsilon(1e-15));
    CHECK(s.mcse == Approx(std::sqrt(6.5 / 5.0)).epsilon(1e-15));
    // Sorted 1 2 4 6 7; positions .2, 1, 2, 3, 3.8.
    CHECK(s.q05 == Approx(1.2).epsilon(1e-15));
    CHECK(s.q25 == 2.0);
    CHECK(s.q50 == 4.0);
    CHECK(s.q75 == 6.0);
    CHECK(s.q95 == Approx(6.8).epsilon(1e-15));
}

TEST_CASE("an even number of values has its median between two", "[ensemble][summary]") {
    CHECK(summarise(std::vector<double>{1.0, 2.0, 4.0, 8.0}).q50 == 3.0);
    CHECK(quantile(std::vector<double>{1.0, 2.0}, 1.0) == 2.0);
    CHECK(quantile(std::vector<double>{1.0, 2.0}, 0.0) == 1.0);
}

TEST_CASE("one value has no spread, none has nothing", "[ensemble][summary]") {
    const Summary one = summarise(std::vector<double>{3.0});
    CHECK(one.mean == 3.0);
    CHECK(one.q05 == 3.0);
    CHECK(std::isnan(one.sd));
    CHECK(std::isnan(one.mcse));
    const Summary none = summarise(std::vector<double>{});
    CHECK(none.n == 0);
    CHECK(std::isnan(none.mean));
}

TEST_CASE("values that are not finite are left out and counted", "[ensemble][summary]") {
    const double inf = std::numeric_limits<double>::infinity();
    const Summary s = summarise(std::vector<double>{1.0, std::nan(""), 3.0, -inf});
    CHECK(s.n == 2);
    CHECK(s.non_finite == 2);
    CHECK(s.mean == 2.0);
    CHECK(s.q95 == Approx(2.9).epsilon(1e-15));
}

TEST_CASE("an ensemble's values that are not finite are counted by value and by cell",
          "[ensemble][summary]") {
    Ensemble ensemble(RecordLayout(1, 2015, 2015, 0, 0, 0));
    ensemble.records.resize(4);
    CHECK(count_non_finite(ensemble).values == 0);
    set(ensemble, 1, 0, std::nan(""));
    set(ensemble, 1, 3, std::nan(""));
    set(ensemble, 2, 2, std::numeric_limits<double>::infinity());
    CHECK(count_non_finite(ensemble).values == 3);
    CHECK(count_non_finite(ensemble).cells == 2);
    CHECK(summarise(ensemble, 1).n == 2);
}

TEST_CASE("Wilson intervals by hand", "[ensemble][summary]") {
    // z^2 = 3.8414588; 8 of 10: (.8 + .1920729 -+ 1.959964 sqrt(.016 + .0096036)) / 1.3841459.
    const Interval eight = wilson(8, 10);
    CHECK(eight.low == Approx(0.4901625).margin(1e-6));
    CHECK(eight.high == Approx(0.9433178).margin(1e-6));
    // Half: symmetric, half width z sqrt(1 / 4n + z^2 / 4n^2) / (1 + z^2 / n).
    const Interval half = wilson(50, 100);
    CHECK(half.low == Approx(0.4038315).margin(1e-6));
    CHECK(half.low + half.high == Approx(1.0).epsilon(1e-14));
}

TEST_CASE("Wilson intervals end at never and always", "[ensemble][summary]") {
    const double z2 = 1.959963984540054 * 1.959963984540054;
    const Interval all = wilson(200, 200);
    CHECK(all.high == 1.0);
    CHECK(all.low == Approx(200.0 / (200.0 + z2)).epsilon(1e-12));
    const Interval none = wilson(0, 200);
    CHECK(none.low == 0.0);
    CHECK(none.high == Approx(z2 / (200.0 + z2)).epsilon(1e-12));
    CHECK(wilson(0, 0).low == 0.0);
    CHECK(wilson(0, 0).high == 1.0);
}
