#include "engine/analysis/bootstrap.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/random/draws.h"

using namespace zhaimao;

namespace {

// The mean, and a number that is never defined.
std::vector<double> mean_and_nothing(const std::vector<double>& values,
                                     std::span<const std::size_t> rows) {
    double sum = 0.0;
    for (const std::size_t r : rows) sum += values[r];
    return {sum / static_cast<double>(rows.size()), std::nan("")};
}

}  // namespace

TEST_CASE("the interval of a mean is as wide as its standard error says", "[analysis][bootstrap]") {
    std::vector<double> values(400);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = Draws(1, 0).normal(static_cast<std::uint32_t>(i), 0, 0, Purpose("test"));
    const auto estimator = [&](auto rows) { return mean_and_nothing(values, rows); };
    const auto estimates = bootstrap(values.size(), estimator, {4000, 7});
    const double error = summarise(values).mcse;
    CHECK(estimates[0].value == Approx(summarise(values).mean));
    // A quantile of 4,000 resamples is off by sqrt(p q / n) / density: 0.04 standard errors.
    constexpr double four_errors = 4 * 0.042;
    CHECK(std::abs(estimates[0].confidence.low - (estimates[0].value - 1.96 * error)) <
          four_errors * error);
    CHECK(std::abs(estimates[0].confidence.high - (estimates[0].value + 1.96 * error)) <
          four_errors * error);
    CHECK(std::isnan(estimates[1].confidence.low));
}

TEST_CASE("the same seed gives the same interval, seven rows give none", "[analysis][bootstrap]") {
    const std::vector<double> values{1.0, 2.0, 4.0, 8.0, 1.0, 2.0, 4.0, 8.0};
    const auto estimator = [&](auto rows) { return mean_and_nothing(values, rows); };
    const Interval a = bootstrap(8, estimator, {100, 1})[0].confidence;
    CHECK(a.low == bootstrap(8, estimator, {100, 1})[0].confidence.low);
    CHECK(a.high > a.low);
    CHECK(std::isnan(bootstrap(7, estimator, {100, 1})[0].confidence.low));
    CHECK(std::isnan(bootstrap(1, estimator, {100, 1})[0].confidence.low));
    CHECK(bootstrap(1, estimator, {100, 1})[0].value == 1.0);
}
