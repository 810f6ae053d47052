// The statistics in engine/population/lorenz/lorenz_curve.h: which curve back-casts rural China?
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

#include "engine/core/math/math.h"
#include "engine/population/lorenz/lorenz_curve.h"
#include "tests/population/lorenz/surveys.h"

using namespace zhaimao;

namespace {

struct RootMeanSquare {
    double squares = 0.0, n = 0.0;

    void add(double error) {
        squares += error * error;
        n += 1.0;
    }
    [[nodiscard]] double value() const { return std::sqrt(squares / n); }
};

// L(p) = Phi(probit(p) - s); s as the mean of probit(p) - probit(L), the log-normal's own
// regression.
double log_normal_sd(std::span<const LorenzPoint> points) {
    double sum = 0.0;
    for (const LorenzPoint& point : points)
        sum += math::normal_quantile(point.people) - math::normal_quantile(point.income);
    return sum / static_cast<double>(points.size());
}

double log_normal_value(std::span<const LorenzPoint> points, double p) {
    return math::normal_cdf(math::normal_quantile(p) - log_normal_sd(points));
}

// From the published Gini and the mean, as the engine's `gini` has it.
double log_normal_headcount(double gini, double line) {
    const double s = std::sqrt(2.0) * math::normal_quantile((gini + 1) / 2);
    return math::normal_cdf((std::log(line) + 0.5 * s * s) / s);
}

}  // namespace

TEST_CASE("an unseen Lorenz point of rural China: the curves miss it by far less",
          "[population][lorenz]") {
    RootMeanSquare quadratic, beta, log_normal;
    for (const surveys::Survey& survey : surveys::all())
        for (std::size_t i = 0; survey.rural() && i < survey.points.size(); ++i) {
            std::vector<LorenzPoint> others = survey.points;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
            const auto [p, l] = survey.points[i];
            quadratic.add(GeneralQuadratic::fit(others).value(p) - l);
            beta.add(BetaLorenz::fit(others).value(p) - l);
            log_normal.add(log_normal_value(others, p) - l);
        }
    CHECK(quadratic.n == 213);
    constexpr double last_digit = 0.5e-5;  // of the numbers in the header, per cent of income
    CHECK_THAT(quadratic.value(), Catch::WithinAbs(0.098e-2, last_digit));
    CHECK_THAT(beta.value(), Catch::WithinAbs(0.226e-2, last_digit));
    CHECK_THAT(log_normal.value(), Catch::WithinAbs(1.416e-2, last_digit));
}

TEST_CASE("published headcounts of rural China: the log-normal is 2.6 points off",
          "[population][lorenz]") {
    RootMeanSquare quadratic, beta, log_normal;
    for (const surveys::Survey& survey : surveys::all()) {
        if (!survey.rural()) continue;
        const surveys::Published& published = survey.fits.at("Final");
        quadratic.add(GeneralQuadratic::fit(survey.points).headcount(survey.line) -
                      published.headcount);
        beta.add(BetaLorenz::fit(survey.points).headcount(survey.line) - published.headcount);
        log_normal.add(log_normal_headcount(published.gini, survey.line) - published.headcount);
    }
    CHECK(quadratic.n == 14);
    constexpr double last_digit = 0.5e-4;
    CHECK_THAT(quadratic.value(), Catch::WithinAbs(1.14e-2, last_digit));
    CHECK_THAT(beta.value(), Catch::WithinAbs(1.05e-2, last_digit));
    CHECK_THAT(log_normal.value(), Catch::WithinAbs(2.58e-2, last_digit));
}
