#include "engine/population/draft.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/math/hot.h"
#include "engine/core/random/draws.h"
#include "tests/population/sample_inputs.h"

using namespace zhaimao;

namespace {

double mean_of(const std::vector<double>& shares) {
    double mean = 0.0;
    for (std::size_t i = 0; i < shares.size(); ++i) mean += shares[i] * static_cast<double>(i + 1);
    return mean;
}

struct Moments {
    double mean = 0.0, variance = 0.0;
};

template <class F>
Moments moments(std::size_t n, F f) {
    double sum = 0.0, squares = 0.0;
    for (std::size_t i = 0; i < n; ++i) sum += f(i);
    const double mean = sum / static_cast<double>(n);
    for (std::size_t i = 0; i < n; ++i) squares += (f(i) - mean) * (f(i) - mean);
    return {mean, squares / static_cast<double>(n)};
}

}  // namespace

TEST_CASE("sizes are tilted to their mean, log-linearly", "[population][draft]") {
    const std::vector<double> base{0.10, 0.22, 0.25, 0.23, 0.13, 0.07};
    for (double mean : {1.2, 2.5, 3.03, 4.8}) {
        const std::vector<double> tilted = tilt_to_mean(base, mean);
        double sum = 0.0;
        for (double s : tilted) sum += s;
        CHECK(sum == Approx(1.0).epsilon(1e-14));
        CHECK(mean_of(tilted) == Approx(mean).epsilon(1e-12));
        const double step = std::log(tilted[1] / base[1]) - std::log(tilted[0] / base[0]);
        for (std::size_t i = 1; i < base.size(); ++i) {
            const double up = std::log(tilted[i] / base[i]) - std::log(tilted[i - 1] / base[i - 1]);
            CHECK_THAT(up, Catch::WithinAbs(step, 1e-12));
        }
    }
    const std::vector<double> same = tilt_to_mean(base, mean_of(base));
    for (std::size_t i = 0; i < base.size(); ++i) CHECK(same[i] == Approx(base[i]).epsilon(1e-12));
}

TEST_CASE("sizes that nobody has stay at nobody", "[population][draft]") {
    const std::vector<double> tilted = tilt_to_mean({0.5, 0.0, 0.0, 0.5}, 3.0);
    CHECK(tilted[1] == 0.0);
    CHECK(tilted[2] == 0.0);
    CHECK(tilted[3] == Approx(2.0 / 3).epsilon(1e-12));
}

TEST_CASE("the permanent part is what transitory luck leaves of the variance",
          "[population][draft]") {
    PopulationInputs in = sample_inputs();
    in.income.log_sd = 0.5;
    in.luck.transitory_sd = 0.3;
    CHECK(permanent_log_sd(in) == Approx(0.4).epsilon(1e-14));
    in.luck.transitory_sd = 0.5;
    CHECK(permanent_log_sd(in) == 0.0);
}

TEST_CASE("people are exact, the last household cut to fit", "[population][draft]") {
    for (std::int64_t people : {1, 2, 1000, 59999, 60000}) {
        County area = sample_county();
        area.rural_people = people;
        const Draft draft = draft_county(sample_inputs(), 0, area);
        std::int64_t sum = 0;
        for (std::uint8_t size : draft.size) {
            sum += size;
            CHECK(size >= 1);
        }
        CHECK(sum == people);
        CHECK(draft.people == people);
    }
}

TEST_CASE("a draft's marginals lie within 4 standard errors", "[population][draft]") {
    const PopulationInputs in = sample_inputs();
    const Draft d = draft_county(in, 0, sample_county());
    const auto n = static_cast<double>(d.households());
    const Moments size = moments(
        d.households(), [&](std::size_t i) { return double{static_cast<double>(d.size[i])}; });
    CHECK(std::abs(size.mean - 3.03) < 4 * std::sqrt(size.variance / n));
    const Moments rank =
        moments(d.households(), [&](std::size_t i) { return static_cast<double>(d.rank[i]); });
    CHECK(std::abs(rank.mean - 0.5) < 4 * std::sqrt(1.0 / 12 / n));
    const Moments z =
        moments(d.households(), [&](std::size_t i) { return static_cast<double>(d.deviation[i]); });
    const double s0 = permanent_log_sd(in);
    CHECK(std::abs(z.mean) < 4 * s0 / std::sqrt(n));
    CHECK(std::abs(z.variance - s0 * s0) < 4 * s0 * s0 * std::sqrt(2 / n));
    const Moments m = moments(d.households(),
                              [&](std::size_t i) { return static_cast<double>(d.measurement[i]); });
    CHECK(std::abs(m.mean) < 4 * 0.15 / std::sqrt(n));
    CHECK(std::abs(m.variance - 0.0225) < 4 * 0.0225 * std::sqrt(2 / n));
}

// All income is market income: ln observed = deviation + s_t e - s_t^2 / 2 + m, so its variance is
// that of one year's income and the error; a year's change holds luck twice and 2 (1 - rho) of the
// error.
TEST_CASE("observed income has the variance and the persistence that were asked for",
          "[population][draft]") {
    PopulationInputs in = sample_inputs();
    in.income.lowest = in.income.highest = {0.6, 0.4, 0.0, 0.0};
    const Draft d = draft_county(in, 0, sample_county());
    const auto n = static_cast<double>(d.households());
    const auto log_observed = [&](std::size_t i) {
        return std::log(static_cast<double>(d.observed[i]));
    };
    const Moments level = moments(d.households(), log_observed);
    const double variance = 0.36 + 0.0225;
    CHECK(std::abs(level.variance - variance) < 4 * variance * std::sqrt(2 / n));
    CHECK(std::abs(level.mean + 0.5 * 0.04) < 4 * std::sqrt(variance / n));
    const Moments change = moments(d.households(), [&](std::size_t i) {
        return log_observed(i) - std::log(static_cast<double>(d.observed_before[i]));
    });
    const double expected = 2 * 0.04 + 2 * 0.0225 * (1 - 0.8);
    CHECK(std::abs(change.mean) < 4 * std::sqrt(expected / n));
    CHECK(std::abs(change.variance - expected) < 4 * expected * std::sqrt(2 / n));
}

TEST_CASE("the score is the mean of the basis years", "[population][draft]") {
    PopulationInputs in = sample_inputs();
    in.entry.basis_years = 2;
    const Draft two = draft_county(in, 0, sample_county());
    in.entry.basis_years = 1;
    const Draft one = draft_county(in, 0, sample_county());
    constexpr double float_error =
        1e-6;  // of a logarithm of order one, a few units in the last place
    for (std::size_t i = 0; i < 200; ++i) {
        const double last = std::log(static_cast<double>(one.observed[i]));
        const double before = std::log(static_cast<double>(one.observed_before[i]));
        CHECK_THAT(static_cast<double>(one.score[i]), Catch::WithinAbs(last, float_error));
        CHECK_THAT(static_cast<double>(two.score[i]),
                   Catch::WithinAbs(0.5 * (last + before), float_error));
        CHECK(two.observed[i] == one.observed[i]);
    }
}

TEST_CASE("a draft written over another is as a new one", "[population][draft]") {
    const PopulationInputs in = sample_inputs();
    County area = sample_county();
    Draft used;
    for (const std::int64_t people : {60000, 1, 3000, 60000}) {
        area.rural_people = people;
        draft_county(used, in, 0, area, best_isa());
        const Draft fresh = draft_county(in, 0, area);
        CHECK(used.people == fresh.people);
        CHECK(used.size == fresh.size);
        CHECK(used.rank == fresh.rank);
        CHECK(used.deviation == fresh.deviation);
        CHECK(used.score == fresh.score);
        CHECK(used.observed == fresh.observed);
        CHECK(used.observed_before == fresh.observed_before);
        CHECK(used.measurement == fresh.measurement);
        CHECK(used.unmet_if_poor == fresh.unmet_if_poor);
        CHECK(used.unmet_if_not == fresh.unmet_if_not);
    }
}

TEST_CASE("sizes are those of the household's own words, the last one cut", "[population][draft]") {
    PopulationInputs in = sample_inputs();
    in.counties[0].mean_size.reset();
    County area = sample_county();
    for (const std::int64_t people : {1, 5, 771, 772, 773, 774, 60000}) {
        area.rural_people = people;
        for (const Isa isa : all_isas) {
            if (!is_supported(isa)) continue;
            const Draft draft = draft_county(in, 0, area, isa);
            std::int64_t left = people;
            std::size_t wrong = 0;
            for (std::uint32_t i = 0; i < draft.households(); ++i) {
                const Words words =
                    Draws(in.seed, 0).words(i, area.code, 0, Purpose("synthesis/composition"));
                const auto u = static_cast<double>(hot::unit_uniform(words.w0));
                std::int64_t size = 1;
                for (double upper = in.composition.size_shares[0]; size < 6 && u >= upper; ++size)
                    upper += in.composition.size_shares[static_cast<std::size_t>(size)];
                wrong += draft.size[i] != std::min(size, left) ? 1 : 0;
                left -= draft.size[i];
            }
            CHECK(wrong == 0);
            CHECK(left == 0);
        }
    }
}
