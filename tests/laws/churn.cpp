// Law 11: with everything else off, measurement error alone makes exits and entries; how many is a
// bivariate normal's business. c is the log line over the median, A and B the log observed incomes
// of two years in a row.
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/math/math.h"
#include "tests/laws/check_share.h"
#include "tests/laws/world_of.h"

using namespace zhaimao;

namespace {

constexpr double people = 40000.0, error_sd = 0.15, persistence = 0.8, s0 = 0.5, reentry = 0.95,
                 found = 0.4;

// P(A < c and B >= c2) where `below`, else P(A >= c and B < c2); by Simpson's rule over A in units
// of its sd.
double crossing(double c, double c2, bool below) {
    const double variance = s0 * s0 + error_sd * error_sd, tau = std::sqrt(variance);
    const double r = (s0 * s0 + persistence * error_sd * error_sd) / variance;
    const double low = below ? -9.0 : c / tau, high = below ? c / tau : 9.0;
    constexpr int steps = 4000;
    double sum = 0.0;
    for (int i = 0; i <= steps; ++i) {
        const double a = low + (high - low) * i / steps;
        const double up =
            math::normal_cdf((r * a - c2 / tau) / std::sqrt(1 - r * r));  // P(B >= c2 | A)
        sum += (i == 0 || i == steps ? 1
                : i % 2 == 1         ? 4
                                     : 2) *
               math::normal_pdf(a) * (below ? up : 1 - up);
    }
    return sum * (high - low) / steps / 3;
}

}  // namespace

TEST_CASE("measurement error alone makes the churn of its bivariate normal", "[laws][law11]") {
    const Scenario s = law_scenario(
        "quiet.yaml", {"counties.here.rural_people=40000 people", "population.log_sd=0.5",
                       "measurement.sd=0.15", "measurement.persistence=0.8",
                       "lookback.reentry_share=0.95", "lookback.detection.never=0.4"});
    const Replicate r(s);
    const double c = std::log(3000.0 / 5000.0) + s0 * s0 / 2;  // mean 5000, so the median is less
    const double exits = crossing(c, c, true);
    check_share(r.at(Indicator::exited_people, 2016), people, exits);
    CHECK(r.at(Indicator::newly_poor_people, 2016) ==
          0.0);  // whoever was under the line is on the register
    check_share(r.at(Indicator::newly_poor_people, 2017), people,
                found * crossing(c, c + std::log(reentry), false));
    CHECK(exits > 0.02);
}

TEST_CASE("without error there is no churn", "[laws][law11]") {
    const Replicate r(law_scenario("quiet.yaml"));
    for (int year = 2016; year <= 2020; ++year) {
        CHECK(r.at(Indicator::exited_people, year) == 0.0);
        CHECK(r.at(Indicator::newly_poor_people, year) == 0.0);
    }
}
