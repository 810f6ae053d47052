#include "engine/population/lorenz/beta_lorenz.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "tests/population/lorenz/surveys.h"

using namespace zhaimao;

namespace {

constexpr double integration = 1e-9;  // of the double exponential rule

// gamma = delta = 1, theta = 1/2: L(p) = p - p (1 - p) / 2, incomes uniform on [1/2, 3/2].
const BetaLorenz uniform{std::log(0.5), 1.0, 1.0};

}  // namespace

TEST_CASE("the beta curve gives PovcalNet's coefficients and measures of 28 surveys",
          "[population][lorenz]") {
    REQUIRE(surveys::all().size() == 28);
    for (const surveys::Survey& survey : surveys::all()) {
        INFO(survey.id);
        const surveys::Published& published = survey.fits.at("Beta");
        const BetaLorenz fit = BetaLorenz::fit(survey.points);
        CHECK_THAT(fit.log_theta, Catch::WithinAbs(published.a, 2e-5));
        CHECK_THAT(fit.gamma, Catch::WithinAbs(published.b, 2e-5));
        CHECK_THAT(fit.delta, Catch::WithinAbs(published.c, 2e-5));
        constexpr double hundredth_of_a_point = 1e-4;
        CHECK_THAT(fit.headcount(survey.line),
                   Catch::WithinAbs(published.headcount, hundredth_of_a_point));
        CHECK_THAT(fit.poverty_gap(survey.line),
                   Catch::WithinAbs(published.gap, hundredth_of_a_point));
        CHECK_THAT(fit.squared_gap(survey.line),
                   Catch::WithinAbs(published.squared, hundredth_of_a_point));
        CHECK_THAT(fit.gini(), Catch::WithinAbs(published.gini, hundredth_of_a_point));
    }
}

TEST_CASE("uniform incomes have the measures worked by hand", "[population][lorenz]") {
    CHECK(uniform.problem().empty());
    CHECK(uniform.value(0.0) == 0.0);
    CHECK(uniform.value(1.0) == 1.0);
    CHECK(uniform.value(0.5) == Approx(0.375).epsilon(rounding));
    CHECK(uniform.slope(0.25) == Approx(0.75).epsilon(rounding));
    CHECK(uniform.headcount(1.0) == Approx(0.5).epsilon(rounding));
    CHECK(uniform.headcount(0.4) < 1e-15);  // under the lowest income
    CHECK(uniform.headcount(1.6) == Approx(1.0).epsilon(rounding));
    CHECK(uniform.poverty_gap(1.0) == Approx(0.125).epsilon(rounding));
    CHECK(uniform.squared_gap(1.0) == Approx(1.0 / 24).epsilon(integration));
    CHECK(uniform.gini() == Approx(1.0 / 6).epsilon(rounding));
}

TEST_CASE("points of a beta curve give the curve back", "[population][lorenz]") {
    const BetaLorenz curve{-0.4, 0.9, 0.5};
    std::vector<LorenzPoint> points;
    for (double p : {0.1, 0.2, 0.5, 0.7, 0.9}) points.push_back({p, curve.value(p)});
    const BetaLorenz fit = BetaLorenz::fit(points);
    CHECK_THAT(fit.log_theta, Catch::WithinAbs(-0.4, rounding));
    CHECK_THAT(fit.gamma, Catch::WithinAbs(0.9, rounding));
    CHECK_THAT(fit.delta, Catch::WithinAbs(0.5, rounding));
}

TEST_CASE("the beta curve's measures agree with its slope, at many lines", "[population][lorenz]") {
    for (const surveys::Survey& survey : surveys::all()) {
        INFO(survey.id);
        const BetaLorenz fit = BetaLorenz::fit(survey.points);
        for (double line : {0.3, 0.8, 2.0}) {
            const double h = fit.headcount(line);
            CHECK(fit.slope(h) == Approx(line).epsilon(1e-11));
            const auto gap = [&](double p) { return 1 - fit.slope(p) / line; };
            constexpr double midpoint_error = 1e-6;
            CHECK_THAT(fit.poverty_gap(line),
                       Catch::WithinAbs(surveys::integral(gap, h), midpoint_error));
            const double squared = surveys::integral([&](double p) { return gap(p) * gap(p); }, h);
            CHECK_THAT(fit.squared_gap(line), Catch::WithinAbs(squared, midpoint_error));
        }
    }
}

// Where the beta curve breaks: at its lowest end in every survey; and where delta < 1/2 the printed
// squared gap needs an incomplete beta function of a negative parameter.
TEST_CASE("the poorest of every beta curve have negative incomes", "[population][lorenz]") {
    std::set<std::string> delta_under_half;
    double least = 1.0, most = 0.0;
    for (const surveys::Survey& survey : surveys::all()) {
        INFO(survey.id);
        const BetaLorenz fit = BetaLorenz::fit(survey.points);
        CHECK(survey.fits.at("Beta").validity == "Valid");
        CHECK(fit.problem().empty());
        const double negative = fit.headcount(0.0);
        CHECK(negative > 0.0);
        CHECK(fit.value(negative) < 0.0);  // the lowest point of the curve, under zero
        least = std::min(least, negative);
        most = std::max(most, negative);
        if (fit.delta < 0.5) delta_under_half.insert(survey.id);
    }
    CHECK_THAT(least, Catch::WithinAbs(0.0004e-2, 0.0001e-2));  // rural 2002
    CHECK_THAT(most, Catch::WithinAbs(0.067e-2, 0.001e-2));     // urban 1987
    CHECK(delta_under_half == std::set<std::string>{"CHN_R2002X", "CHN_R2008X", "CHN_R2010X",
                                                    "CHN_R2011X", "CHN_R2012X"});
}

TEST_CASE("curves that are not convex are named", "[population][lorenz]") {
    CHECK(BetaLorenz{-0.5, 1.2, 0.5}.problem().find("gamma") != std::string::npos);
    CHECK(BetaLorenz{-0.5, 0.9, -0.1}.problem().find("delta") != std::string::npos);
}
