#include "engine/population/lorenz/general_quadratic.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "tests/population/lorenz/surveys.h"

using namespace zhaimao;

namespace {

constexpr GeneralQuadratic circle{1.0, 0.0, 0.0};      // L(p) = 1 - sqrt(1 - p^2)
constexpr GeneralQuadratic parabola{0.25, -1.0, 1.0};  // m = 0: 2 L = p + 5/4 - sqrt(25/16 - 3/2 p)

// The formula as printed (Datt 1998, table 2): no look at where its root lies.
double printed_headcount(const GeneralQuadratic& g, double line) {
    const double q = g.b + 2 * line;
    const double root = std::sqrt(g.r_squared()) * q / std::sqrt(q * q - g.m());
    return -(g.n() + root) / (2 * g.m());
}

// As printed, for m < 0.
double printed_gini(const GeneralQuadratic& g) {
    const double m = g.m(), n = g.n(), r = std::sqrt(g.r_squared());
    const double arc = std::asin((2 * m + n) / r) - std::asin(n / r);
    return g.e() / 2 - n * (g.b + 2) / (4 * m) + r * r / (8 * m * std::sqrt(-m)) * arc;
}

}  // namespace

TEST_CASE("the general quadratic gives PovcalNet's coefficients and measures of 28 surveys",
          "[population][lorenz]") {
    REQUIRE(surveys::all().size() == 28);
    for (const surveys::Survey& survey : surveys::all()) {
        INFO(survey.id);
        const surveys::Published& published = survey.fits.at("GQ");
        const GeneralQuadratic fit = GeneralQuadratic::fit(survey.points);
        CHECK_THAT(fit.a, Catch::WithinAbs(published.a, 2e-5));
        CHECK_THAT(fit.b, Catch::WithinAbs(published.b, 2e-5));
        CHECK_THAT(fit.c, Catch::WithinAbs(published.c, 2e-5));
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

TEST_CASE("a quarter circle has the measures worked by hand", "[population][lorenz]") {
    CHECK(circle.problem().empty());
    CHECK(circle.value(0.6) == Approx(0.2).epsilon(rounding));
    CHECK(circle.slope(0.6) == Approx(0.75).epsilon(rounding));
    CHECK(circle.headcount(0.75) == Approx(0.6).epsilon(rounding));
    CHECK(circle.poverty_gap(0.75) == Approx(1.0 / 3).epsilon(rounding));
    // 0.6 - 2 (0.2) / 0.75 + (artanh 0.6 - 0.6) / 0.75^2
    CHECK(circle.squared_gap(0.75) ==
          Approx(1.0 / 15 + (std::log(2.0) - 0.6) / 0.5625).epsilon(rounding));
    CHECK(circle.gini() == Approx(std::acos(-1.0) / 2 - 1).epsilon(rounding));
}

TEST_CASE("points of a curve give the curve back", "[population][lorenz]") {
    std::vector<LorenzPoint> points;
    for (double p : {0.1, 0.3, 0.5, 0.6, 0.8, 0.95}) points.push_back({p, circle.value(p)});
    const GeneralQuadratic fit = GeneralQuadratic::fit(points);
    CHECK_THAT(fit.a, Catch::WithinAbs(1.0, 1e-11));  // the regressors' condition is about 100
    CHECK_THAT(fit.b, Catch::WithinAbs(0.0, 1e-11));
    CHECK_THAT(fit.c, Catch::WithinAbs(0.0, 1e-11));
}

// m = 0: the printed headcount is 0 / 0.
TEST_CASE("a parabola has a headcount where the printed form has none", "[population][lorenz]") {
    CHECK(parabola.problem().empty());
    CHECK(parabola.m() == 0.0);
    CHECK(std::isnan(printed_headcount(parabola, 1.0)));
    CHECK(parabola.value(1.0) == Approx(1.0).epsilon(rounding));
    CHECK(parabola.headcount(1.0) == Approx(2.0 / 3).epsilon(rounding));
    CHECK(parabola.headcount(0.8) == 0.0);  // the lowest income
    CHECK(parabola.headcount(2.0) == 1.0);  // the highest
    const auto gap = [](double p) { return 1 - parabola.slope(p) / 1.2; };
    const double h = parabola.headcount(1.2);
    CHECK(parabola.squared_gap(1.2) ==
          Approx(surveys::integral([&](double p) { return gap(p) * gap(p); }, h)).epsilon(1e-7));
    // Near m = 0, too, where the printed form has lost half its digits.
    const GeneralQuadratic near{0.25 * (1 + 1e-9), -1.0, 1.0};
    CHECK(near.headcount(1.0) == Approx(2.0 / 3).epsilon(1e-8));
    CHECK(near.slope(near.headcount(1.0)) == Approx(1.0).epsilon(rounding));
}

TEST_CASE("the general quadratic's measures agree with its slope, at many lines",
          "[population][lorenz]") {
    for (const surveys::Survey& survey : surveys::all()) {
        INFO(survey.id);
        const GeneralQuadratic fit = GeneralQuadratic::fit(survey.points);
        CHECK(fit.headcount(fit.slope(0.0)) == 0.0);
        for (double line : {0.3, 0.5, 0.8, 1.2, 2.0}) {
            const double h = fit.headcount(line);
            if (h == 0.0) continue;
            CHECK(fit.slope(h) == Approx(line).epsilon(1e-11));
            const auto gap = [&](double p) { return 1 - fit.slope(p) / line; };
            const double midpoint_error = 1e-7;
            CHECK_THAT(fit.poverty_gap(line),
                       Catch::WithinAbs(surveys::integral(gap, h), midpoint_error));
            CHECK_THAT(
                fit.squared_gap(line),
                Catch::WithinAbs(surveys::integral([&](double p) { return gap(p) * gap(p); }, h),
                                 midpoint_error));
        }
    }
}

// Where PovcalNet's own closed form breaks: a line under the lowest income.
TEST_CASE("under the lowest income the printed headcount is negative, the curve's is zero",
          "[population][lorenz]") {
    const std::map<std::string, double> printed{{"CHN_U2008X", -0.0086},
                                                {"CHN_U2010X", -0.0307},
                                                {"CHN_U2011X", -0.0422},
                                                {"CHN_U2012X", -0.0488},
                                                {"CHN_U2013X", -0.0351}};
    constexpr double last_digit = 0.5e-4;
    for (const surveys::Survey& survey : surveys::all()) {
        INFO(survey.id);
        const GeneralQuadratic fit = GeneralQuadratic::fit(survey.points);
        const auto found = printed.find(survey.id);
        const double formula = printed_headcount(fit, survey.line);
        if (found == printed.end()) {
            CHECK(survey.line > fit.slope(0.0));
            CHECK_THAT(formula, Catch::WithinAbs(fit.headcount(survey.line), 1e-11));
            continue;
        }
        CHECK(survey.line < fit.slope(0.0));
        CHECK_THAT(formula, Catch::WithinAbs(found->second, last_digit));
        CHECK(fit.headcount(survey.line) == 0.0);
        CHECK(survey.fits.at("GQ").headcount == 0.0);
        CHECK(survey.fits.at("Beta").headcount > 0.004);
    }
}

// Where it breaks again: a + c < 1, so that L(1) = a + c.
TEST_CASE("two surveys whose curve does not end at all income are published as valid",
          "[population][lorenz]") {
    std::set<std::string> invalid;
    for (const surveys::Survey& survey : surveys::all()) {
        const GeneralQuadratic fit = GeneralQuadratic::fit(survey.points);
        CHECK(survey.fits.at("GQ").validity == "Valid");
        if (fit.problem().empty()) {
            CHECK_THAT(printed_gini(fit), Catch::WithinAbs(fit.gini(), rounding));
            continue;
        }
        invalid.insert(survey.id);
        CHECK_THAT(fit.value(1.0), Catch::WithinAbs(fit.a + fit.c, rounding));
        CHECK(fit.value(1.0) < 1.0);
    }
    CHECK(invalid == std::set<std::string>{"CHN_R1990X", "CHN_R1993X"});
    const surveys::Survey& survey = surveys::of("CHN_R1993X");
    const GeneralQuadratic fit = GeneralQuadratic::fit(survey.points);
    constexpr double last_digit = 0.5e-5;
    CHECK(fit.problem() == "the curve ends at 94.33 % of income (a + c < 1)");
    CHECK_THAT(printed_gini(fit), Catch::WithinAbs(0.28655, last_digit));
    CHECK_THAT(fit.gini(), Catch::WithinAbs(0.32126, last_digit));
    CHECK_THAT(1 - 2 * surveys::integral([&](double p) { return fit.value(p); }, 1.0),
               Catch::WithinAbs(0.32126, last_digit));
}

TEST_CASE("the other conditions of a Lorenz curve are named", "[population][lorenz]") {
    CHECK(GeneralQuadratic{1.0, -3.0, 0.5}.problem().find("e >= 0") != std::string::npos);
    CHECK(GeneralQuadratic{1.5, 0.0, -0.2}.problem().find("c < 0") != std::string::npos);
    CHECK(GeneralQuadratic{1.0, -2.0, 1.0}.problem().find("r^2 <= 0") != std::string::npos);
}
