#include "engine/report/distribution_tables.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/report/made_up.h"

using namespace zhaimao;

namespace {

// Daning: 1,000 yuan more for each twentieth, growing by 10 % a year in every second replicate.
Ensemble ensemble() {
    Ensemble e = made_up::ensemble();
    for (std::size_t r = 0; r < 4; ++r)
        for (int year = 2015; year <= 2019; ++year)
            for (std::size_t v = 0; v < ventile_count; ++v)
                set(e, e.layout.ventile(v, 1, year), r,
                    1000.0 * static_cast<double>(v + 1) *
                        (r % 2 == 0 ? 1.0 : std::pow(1.1, year - 2015)));
    return e;
}

double number(const Table& table, std::size_t row, std::string_view column) {
    return std::get<double>(table.row(row)[table.column(column)]);
}

}  // namespace

TEST_CASE("the Lorenz curve of each area and year whose income is counted", "[report][tables]") {
    const Table lorenz = lorenz_table(made_up::context(), ensemble());
    REQUIRE(lorenz.rows() == 5 * ventile_count);  // one area of four
    CHECK(std::get<std::int64_t>(lorenz.row(0)[1]) == 141030);
    CHECK(number(lorenz, 0, "population_share") == 0.05);
    CHECK(number(lorenz, 19, "population_share") == 1.0);
    // The poorest v of 20 have 1 + ... + v of 1 + ... + 20, whatever all of them earn.
    for (std::size_t v = 0; v < ventile_count; ++v) {
        const auto n = static_cast<double>(v + 1);
        CHECK(number(lorenz, 40 + v, "mean") == Approx(n * (n + 1) / 420).epsilon(1e-14));
        CHECK(number(lorenz, 40 + v, "sd") == Approx(0.0).margin(1e-15));
    }
}

TEST_CASE("growth of each twentieth since the start, a year", "[report][tables]") {
    const Table growth = growth_incidence_table(made_up::context(), ensemble());
    REQUIRE(growth.rows() == 4 * ventile_count);
    CHECK(std::get<std::int64_t>(growth.row(0)[2]) == 2016);
    CHECK(number(growth, 0, "percentile") == 2.5);
    CHECK(number(growth, 79, "percentile") == 97.5);
    for (std::size_t row = 0; row < growth.rows(); ++row) {
        CHECK(number(growth, row, "mean") == Approx(0.05).epsilon(1e-12));  // of 0, 10, 0 and 10 %
        CHECK(number(growth, row, "q95") == Approx(0.1).epsilon(1e-12));
    }
}

TEST_CASE("a twentieth without income in one replicate has the growth of the others",
          "[report][tables]") {
    Ensemble e = ensemble();
    set(e, e.layout.ventile(0, 1, 2015), 0, 0.0);
    const Table growth = growth_incidence_table(made_up::context(), e);
    CHECK(std::get<std::int64_t>(growth.row(0)[growth.column("n")]) == 3);
    CHECK(number(growth, 0, "mean") == Approx(0.2 / 3).epsilon(1e-12));
}
