#include "engine/ensemble/influence.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "engine/core/math/math.h"
#include "engine/core/random/path_uniform.h"

using namespace zhaimao;

namespace {

using Values = std::vector<double>;

double spearman(const Values& x, const Values& y) {
    return correlation_of_ranks(average_ranks(x), average_ranks(y));
}

// `count` independent uniforms, named "0", "1", ..., in n replicates of one seed.
UncertainInputs uniforms(std::size_t count, std::uint32_t n, std::uint64_t seed) {
    UncertainInputs inputs;
    for (std::size_t i = 0; i < count; ++i) inputs.paths.push_back(std::to_string(i));
    inputs.values.resize(static_cast<Eigen::Index>(count), n);
    for (std::size_t i = 0; i < count; ++i)
        for (std::uint32_t r = 0; r < n; ++r)
            inputs.values(static_cast<Eigen::Index>(i), r) =
                path_uniform(seed, r + 1, inputs.paths[i]);
    return inputs;
}

Values row(const UncertainInputs& inputs, Eigen::Index i) {
    Values values;
    for (Eigen::Index r = 0; r < inputs.values.cols(); ++r) values.push_back(inputs.values(i, r));
    return values;
}

std::size_t told_apart(const std::vector<Influence>& influences) {
    return strongest(influences).size();
}

}  // namespace

TEST_CASE("equal values share the average of their ranks", "[ensemble][influence]") {
    CHECK(average_ranks(Values{30, 10, 40, 10, 50}) == Values{3, 1.5, 4, 1.5, 5});
    CHECK(average_ranks(Values{7, 7, 7}) == Values{2, 2, 2});
    CHECK(average_ranks(Values{}).empty());
}

TEST_CASE("rank correlations by hand", "[ensemble][influence]") {
    // Ranks 1, 2.5, 2.5, 4 and 1, 3, 2, 4: 4.5 / sqrt(4.5 x 5).
    CHECK(spearman({1, 2, 2, 4}, {10, 30, 20, 40}) == Approx(std::sqrt(0.9)).epsilon(1e-15));
    // Without ties 1 - 6 sum d^2 / (n (n^2 - 1)), here sum d^2 = 4.
    CHECK(spearman({1, 2, 3, 4, 5}, {2, 1, 4, 3, 5}) == Approx(0.8).epsilon(1e-15));
    CHECK(spearman({1, 2, 3}, {1, 8, 27}) == 1.0);
    CHECK(spearman({1, 2, 3}, {-1, -8, -27}) == -1.0);
    CHECK(std::isnan(spearman({1, 2, 3}, {5, 5, 5})));
}

TEST_CASE("the interval of a rank correlation in closed form", "[ensemble][influence]") {
    const double z = 1.9599639845400545;  // Phi(z) = 0.975
    const Interval none = rank_correlation_interval(0.0, 28);
    CHECK(none.high == Approx(std::tanh(z / 5.0)).epsilon(1e-14));
    CHECK(none.low == Approx(-none.high).epsilon(1e-14));
    const Interval half = rank_correlation_interval(-0.5, 103);
    const double wide = z * std::sqrt(1.125 / 100.0);
    CHECK(half.low == Approx(std::tanh(std::atanh(-0.5) - wide)).epsilon(1e-14));
    CHECK(half.high == Approx(std::tanh(std::atanh(-0.5) + wide)).epsilon(1e-14));
}

TEST_CASE("a perfect rank correlation has an interval with a width, and few pairs have none",
          "[ensemble][influence]") {
    // As if two neighbours of the ten were swapped: sum d^2 = 2.
    Values ranks{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, swapped = ranks;
    std::swap(swapped[3], swapped[4]);
    const Interval almost = rank_correlation_interval(spearman(ranks, swapped), 10);
    const Interval sure = rank_correlation_interval(1.0, 10);
    CHECK(sure.low == Approx(almost.low).epsilon(1e-14));
    CHECK(sure.low < 0.96);
    CHECK(sure.high == 1.0);
    const Interval falling = rank_correlation_interval(-1.0, 10);
    CHECK(falling.low == -1.0);
    CHECK(falling.high == Approx(-sure.low).epsilon(1e-14));
    for (const std::size_t pairs : {std::size_t{0}, std::size_t{3}, std::size_t{9}}) {
        CHECK(std::isnan(rank_correlation_interval(0.3, pairs).low));
        CHECK(std::isnan(rank_correlation_interval(1.0, pairs).high));
    }
}

TEST_CASE("two inputs of ten are found, the stronger first", "[ensemble][influence]") {
    const UncertainInputs inputs = uniforms(10, 200, 2016);
    Values outcome = row(inputs, 3);
    const Values other = row(inputs, 7);
    for (std::size_t r = 0; r < outcome.size(); ++r)
        outcome[r] = 1000.0 - 500.0 * outcome[r] + 300.0 * other[r] * other[r];
    const std::vector<Influence> all = RankedInputs(inputs).on(outcome);
    REQUIRE(all.size() == 10);
    const std::vector<Influence> found = strongest(all);
    REQUIRE(found.size() == 2);
    CHECK(found[0].input == 3);
    CHECK(found[0].rank_correlation < -0.5);
    CHECK(found[0].confidence.high < 0.0);
    CHECK(found[1].input == 7);
    CHECK(found[1].rank_correlation > 0.3);
    CHECK(found[1].confidence.low > 0.0);
}

TEST_CASE("inputs without influence are told apart in at most one run of twenty",
          "[ensemble][influence]") {
    constexpr int runs = 400;
    int false_alarms = 0;
    for (int run = 1; run <= runs; ++run) {
        const UncertainInputs inputs = uniforms(11, 30, static_cast<std::uint64_t>(run));
        UncertainInputs asked = inputs;
        asked.values = inputs.values.topRows(10);
        false_alarms += told_apart(RankedInputs(asked).on(row(inputs, 10))) > 0 ? 1 : 0;
    }
    const double standard_error = std::sqrt(0.05 * 0.95 / runs);
    CHECK(false_alarms / double{runs} < 0.05 + 4 * standard_error);
    CHECK(false_alarms > 0);  // strict, not blind
}

TEST_CASE("the interval covers the rank correlation of a bivariate normal",
          "[ensemble][influence]") {
    constexpr double rho = 0.6;
    const double truth = 6.0 / std::acos(-1.0) * std::asin(rho / 2.0);
    constexpr int runs = 1000;
    int covered = 0;
    for (int run = 1; run <= runs; ++run) {
        const UncertainInputs inputs = uniforms(2, 60, static_cast<std::uint64_t>(run));
        Values x = row(inputs, 0), y = row(inputs, 1);
        for (std::size_t r = 0; r < x.size(); ++r) {
            x[r] = math::normal_quantile(x[r]);
            y[r] = rho * x[r] + std::sqrt(1.0 - rho * rho) * math::normal_quantile(y[r]);
        }
        const Interval i = rank_correlation_interval(spearman(x, y), x.size());
        covered += i.low <= truth && truth <= i.high ? 1 : 0;
    }
    const double standard_error = std::sqrt(0.05 * 0.95 / runs);
    CHECK(std::abs(covered / double{runs} - 0.95) < 4 * standard_error);
}

TEST_CASE("with fewer than twenty futures nothing is told apart", "[ensemble][influence]") {
    const UncertainInputs few = uniforms(2, 19, 1), enough = uniforms(2, 20, 1);
    CHECK(told_apart(RankedInputs(few).on(row(few, 0))) == 0);
    CHECK(told_apart(RankedInputs(enough).on(row(enough, 0))) == 1);
}

TEST_CASE("what never moves or is no number has no correlation", "[ensemble][influence]") {
    UncertainInputs inputs = uniforms(3, 40, 1);
    inputs.values.row(0) = 5.0;
    inputs.values(1, 7) = std::nan("");
    const std::vector<Influence> all = RankedInputs(inputs).on(row(inputs, 2));
    for (const std::size_t i : {0U, 1U}) {
        CHECK(std::isnan(all[i].rank_correlation));
        CHECK(std::isnan(all[i].confidence.low));
        CHECK_FALSE(all[i].distinguishable);
    }
    CHECK(all[2].distinguishable);
    CHECK(told_apart(RankedInputs(inputs).on(Values(40, 1.0))) == 0);
}
