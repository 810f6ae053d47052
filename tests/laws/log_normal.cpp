// Law 3: with market income only, one growth rate and luck alone, incomes stay log-normal, and
// headcount, poverty gap, squared gap and Gini have closed forms.
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/math/math.h"
#include "tests/laws/world_of.h"

using namespace zhaimao;

namespace {

constexpr int runs = 40;
constexpr double start_income = 5000.0, line = 3000.0, g = 0.05, log_sd = 0.6, transitory = 0.2,
                 permanent = 0.15;

struct Estimate {
    double sum = 0.0, squares = 0.0;
    void add(double x) { sum += x, squares += x * x; }
    [[nodiscard]] double mean() const { return sum / runs; }
    [[nodiscard]] double error() const {
        return std::sqrt((squares / runs - mean() * mean()) / (runs - 1));
    }
};

struct Measured {
    Estimate income, fgt[3], gini;
};

// Means over populations and luck of their own, [year - start].
std::vector<Measured> measured(double persistence) {
    Scenario s = law_scenario(
        "quiet.yaml", {"counties.here.rural_people=4000 people",
                       "growth.rates={operating: 5 %, wages: 5 %, property: 0 %, transfers: 0 %}",
                       "population.log_sd=0.6", "luck.permanent_sd=0.15", "luck.transitory_sd=0.2",
                       "luck.persistence=" + std::to_string(persistence)});
    std::vector<Measured> by_year(static_cast<std::size_t>(s.years()));
    for (int run = 0; run < runs; ++run) {
        s.population.seed = static_cast<std::uint64_t>(100 + run);
        const Replicate r(s);
        for (int year = s.start; year <= s.horizon; ++year) {
            Measured& m = by_year[static_cast<std::size_t>(year - s.start)];
            m.income.add(r.at(Indicator::mean_income, year));
            m.fgt[0].add(r.at(Indicator::fgt0, year));
            m.fgt[1].add(r.at(Indicator::fgt1, year));
            m.fgt[2].add(r.at(Indicator::fgt2, year));
            m.gini.add(r.at(Indicator::gini, year));
        }
    }
    return by_year;
}

void check_log_normal(const Measured& m, double mu, double sd) {
    const auto within_4_errors = [](const Estimate& e, double expected, double also = 0.0) {
        INFO(e.mean() << " against " << expected << ", standard error " << e.error());
        CHECK(std::abs(e.mean() - expected) < 4 * e.error() + also);
    };
    const double d = (std::log(line) - mu) / sd;
    const double p0 = math::normal_cdf(d);
    const double first = std::exp(mu + sd * sd / 2) / line * math::normal_cdf(d - sd);
    const double second =
        std::exp(2 * mu + 2 * sd * sd) / (line * line) * math::normal_cdf(d - 2 * sd);
    within_4_errors(m.income, std::exp(mu + sd * sd / 2));
    within_4_errors(m.fgt[0], p0);
    within_4_errors(m.fgt[1], p0 - first);
    within_4_errors(m.fgt[2], p0 - 2 * first + second);
    constexpr double of_classes = 1e-4;  // counting by classes, and the 1 / n of a sample's Gini
    within_4_errors(m.gini, 2 * math::normal_cdf(sd / std::sqrt(2.0)) - 1, of_classes);
}

// Mean and sd of log income in year t after the start; variance: of the deviation then.
void check_year(const Measured& m, int t, double variance) {
    const double s0 = log_sd * log_sd - transitory * transitory;
    const double mu = std::log(start_income) - s0 / 2 + t * std::log(1 + g) -
                      (variance + transitory * transitory) / 2;
    check_log_normal(m, mu, std::sqrt(s0 + variance + transitory * transitory));
}

}  // namespace

TEST_CASE("headcount, gaps, Gini and mean of a random walk are those of the closed forms",
          "[laws][law3]") {
    const std::vector<Measured> by_year = measured(1.0);
    for (int t = 0; t <= 5; ++t) {
        INFO("year " << t);
        check_year(by_year[static_cast<std::size_t>(t)], t, t * permanent * permanent);
    }
}

TEST_CASE("a deviation that fades keeps mean one, its variance follows the recursion",
          "[laws][law3]") {
    const std::vector<Measured> by_year = measured(0.7);
    double variance = 0.0;
    for (int t = 0; t <= 5; ++t) {
        INFO("year " << t);
        check_year(by_year[static_cast<std::size_t>(t)], t, variance);
        variance = 0.49 * variance + permanent * permanent;
    }
}
