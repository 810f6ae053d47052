#include "engine/core/config/distribution.h"

#include <array>
#include <cmath>

#include "tests/core/config/tree_text.h"

using namespace zhaimao;

namespace {

Distribution distribution(const std::string& text, const Range& range = any_number) {
    TreeText t("x: " + text + "\n");
    std::string problem;
    const auto d = Distribution::read(*t.tree.find("x"), std::array{unit::number},
                                      {"x", {}, range, "x"}, problem);
    INFO(problem);
    REQUIRE(d.has_value());
    return *d;
}

std::string problem_of(const std::string& text, const Range& range = any_number) {
    TreeText t("x: " + text + "\n");
    std::string problem;
    (void)Distribution::read(*t.tree.find("x"), std::array{unit::number}, {"x", {}, range, "x"},
                             problem);
    return problem;
}

// Mean of the draws at the midpoints of n equal slices of (0, 1): the mean but for the slices at
// the ends.
double mean_of_draws(const Distribution& d, const Range& range) {
    constexpr int n = 200000;
    double sum = 0.0;
    for (int i = 0; i < n; ++i) sum += d.draw((i + 0.5) / n, range);
    return sum / n;
}

}  // namespace

TEST_CASE("quantiles of the distributions by hand", "[core][config][distribution]") {
    CHECK(distribution("{normal: [10, 2]}").draw(0.5, any_number) == Approx(10.0));
    CHECK(distribution("{normal: [10, 2]}").draw(0.8413447460685429, any_number) == Approx(12.0));
    CHECK(distribution("{lognormal: [10, 0.5]}").draw(0.8413447460685429, any_number) ==
          Approx(10.0 * std::exp(0.5)));
    CHECK(distribution("{uniform: [1, 5]}").draw(0.25, any_number) == 2.0);
    CHECK(distribution("{triangular: [0, 1, 4]}").draw(0.25, any_number) ==
          Approx(1.0));  // a quarter lies below the mode
    CHECK(distribution("{triangular: [0, 1, 4]}").draw(0.75, any_number) ==
          Approx(4.0 - std::sqrt(3.0)));
    CHECK(distribution("{beta: [10, 20, 1, 1]}").draw(0.25, any_number) == Approx(12.5));
    CHECK(distribution("{beta: [10, 20, 2, 1]}").draw(0.25, any_number) ==
          Approx(15.0));  // F = x^2
    CHECK(distribution("{choice: [7, 8, 9]}").draw(0.34, any_number) == 8.0);
    CHECK(distribution("{choice: [7, 8, 9]}").draw(0.9999, any_number) == 9.0);
}

TEST_CASE("draws stay inside the range, their mean is the stated one",
          "[core][config][distribution]") {
    struct Case {
        const char* text;
        Range range;
    };
    const Case cases[] = {
        {"{normal: [0.5, 0.4]}", share_range},     {"{normal: [1, 1]}", positive},
        {"{lognormal: [2, 0.4]}", between(1, 3)},  {"{uniform: [-1, 3]}", non_negative},
        {"{triangular: [-1, 0, 3]}", share_range}, {"{triangular: [0, 1, 3]}", at_least(2)},
        {"{triangular: [0, 0, 3]}", any_number},   {"{lognormal: [2, 0.4]}", any_number},
        {"{beta: [-1, 3, 2, 5]}", any_number},     {"{beta: [-1, 3, 2, 5]}", share_range},
        {"{choice: [1, 2, 6]}", any_number}};
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const Distribution d = distribution(c.text, c.range);
        for (double u : {1e-16, 1e-6, 0.3, 0.9, 1.0 - 1e-16}) {
            const double x = d.draw(u, c.range);
            CHECK(x <= c.range.high);
            CHECK((c.range.low_open ? x > c.range.low : x >= c.range.low));
        }
        // The midpoint rule errs most at the lognormal's tail: by less than 1e-5 of the mean with
        // 200,000 slices.
        CHECK(mean_of_draws(d, c.range) == Approx(d.mean(c.range)).epsilon(1e-4));
    }
}

TEST_CASE("means of uncut distributions are the closed forms", "[core][config][distribution]") {
    CHECK(distribution("{normal: [9.61 %, 3 %]}").mean(any_number) ==
          Approx(0.0961).epsilon(1e-14));
    CHECK(distribution("{lognormal: [2, 0.4]}").mean(any_number) ==
          Approx(2.0 * std::exp(0.08)).epsilon(1e-14));
    CHECK(distribution("{triangular: [1, 2, 6]}").mean(any_number) == Approx(3.0).epsilon(1e-14));
    CHECK(distribution("{beta: [10, 20, 2, 3]}").mean(any_number) == Approx(14.0).epsilon(1e-14));
    // x^2 up to a half: the mean of 2 x over (0, 1/2) is 2/3 of a half.
    CHECK(distribution("{beta: [0, 1, 2, 1]}").mean(between(0, 0.5)) ==
          Approx(1.0 / 3.0).epsilon(1e-13));
    CHECK(distribution("{normal: [0, 1]}").mass_outside(non_negative) == Approx(0.5));
    CHECK(distribution("{normal: [0, 1]}").mean(non_negative) ==
          Approx(std::sqrt(2.0 / M_PI)));  // half-normal
}

TEST_CASE("impossible distributions are refused", "[core][config][distribution]") {
    CHECK(problem_of("{normal: [1]}") == "{normal: [1]} is not of the form {normal: [mean, sd]}");
    CHECK(problem_of("{normal: [1, 0]}") == "the sd of a normal must be above 0");
    CHECK(problem_of("{lognormal: [-1, 1]}") == "median and log sd of a lognormal must be above 0");
    CHECK(problem_of("{uniform: [2, 1]}") == "the ends of a uniform must rise");
    CHECK(problem_of("{triangular: [1, 5, 2]}") == "low, mode and high of a triangular must rise");
    CHECK(problem_of("{beta: [1, 1, 2, 3]}") == "low and high of a beta must rise");
    CHECK(problem_of("{beta: [0, 1, 0, 3]}") ==
          "a and b of a beta must be above 0 and at most 10000");
    CHECK(problem_of("{beta: [0, 1, 2 people, 3]}") ==
          "'2 people' is in people (expected a plain number)");
    CHECK(problem_of("{beta: [0, 1, 2]}") ==
          "{beta: [0, 1, 2]} is not of the form {beta: [low, high, a, b]}");
    CHECK(problem_of("{choice: []}") == "{choice: []} is not of the form {choice: [a, b, c, ...]}");
    CHECK(problem_of("{choice: [1, 3]}", share_range) ==
          "a value of {choice: [1, 3]} is not in the range of this key (0 to 1)");
    CHECK(problem_of("{uniform: [2, 3]}", share_range) ==
          "{uniform: [2, 3]} is not in the range of this key (0 to 1)");
    CHECK(problem_of("{normal: [1 people, 1]}") ==
          "'1 people' is in people (expected a plain number)");
    CHECK(problem_of("{normal: [1, 2], x: 1}") ==
          "{normal: [1, 2], x: 1} is not of the form {normal: [mean, sd]}");
}

TEST_CASE("a cut of more than one per cent is a warning", "[core][config][distribution]") {
    TreeText t("a: {normal: [0.5, 0.4]}\nb: {normal: [0.5, 0.1]}\nc: {nromal: [1, 2]}\n");
    Reading reading(t.diagnostics);
    Block root = reading.root(t.tree);
    for (std::string_view name : {"a", "b", "c"})
        (void)root.number({name, unit::number, share_range, "share"});
    CHECK(t.messages() ==
          "t.yaml:1:4: a: warning: 21.1 % of {normal: [0.5, 0.4]} is not in the range of this key "
          "(0 to 1), "
          "and is cut off\n"
          "t.yaml:3:4: c: {nromal: [1, 2]} is not a number; did you mean 'normal'?");
}

TEST_CASE("ids that are named as distributions are no distributions",
          "[core][config][distribution]") {
    const auto is_one = [](const std::string& text) {
        TreeText t("x: " + text + "\n");
        return is_distribution(*t.tree.find("x"));
    };
    CHECK(is_one("{beta: [0, 1, 2, 2]}"));
    CHECK(is_one("{beta: [0, 1, 2, 2], source: a survey}"));
    CHECK(is_one("{normal: 3}"));  // its list is forgotten
    CHECK_FALSE(is_one("{beta: {label: Beta}}"));
    CHECK_FALSE(is_one("{normal: 1, gamma: 2}"));
    CHECK_FALSE(is_one("{gamma: [0, 1]}"));
}

TEST_CASE("a distribution misspelt is told from other maps", "[core][config][distribution]") {
    const auto problem = [](const std::string& text) {
        TreeText t("x: " + text + "\n");
        return unknown_distribution(*t.tree.find("x"));
    };
    CHECK(problem("{norml: [10, 2]}") == "unknown distribution 'norml'; did you mean 'normal'?");
    CHECK(problem("{a: b}") ==
          "unknown distribution 'a'. A distribution is normal, lognormal, uniform, triangular, "
          "beta or choice");
    for (const char* other :
         {"{normal: [10, 2]}", "{2016: 3}", "{1: 2}", "{a: {b: 1}}", "{a: 1, b: 2}", "3"})
        CHECK(problem(other).empty());
}
