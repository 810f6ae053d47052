#include "engine/population/measures/class_measures.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "engine/core/math/math.h"
#include "engine/core/random/draws.h"
#include "engine/population/income_classes.h"
#include "engine/population/measures/entropy.h"
#include "engine/population/measures/lorenz.h"

using namespace zhaimao;

namespace {

constexpr double half_class = 1.0 / 128;  // of an income, at the lower end of a doubling

std::size_t class_of(double income) {
    return static_cast<std::size_t>(income_class_of(static_cast<float>(income)));
}

std::vector<std::uint32_t> classes_of(const std::vector<double>& incomes) {
    std::vector<std::uint32_t> people(IncomeClasses::count, 0);
    for (double y : incomes) ++people[class_of(y)];
    return people;
}

double exact_gini(std::vector<double> y) {
    std::sort(y.begin(), y.end());
    const auto n = static_cast<double>(y.size());
    double weighted = 0.0, sum = 0.0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        weighted += (2.0 * static_cast<double>(i + 1) - n - 1.0) * y[i];
        sum += y[i];
    }
    return weighted / (n * sum);
}

std::vector<double> log_normal(std::uint32_t n, double mu, double sd) {
    std::vector<double> y;
    for (std::uint32_t i = 0; i < n; ++i)
        y.push_back(math::exp(mu + sd * Draws(1, 1).normal(i, 1, 2016, Purpose("test"))));
    return y;
}

}  // namespace

TEST_CASE("classes ascend, 64 a doubling, and hold everything", "[population][measures]") {
    CHECK(class_of(2048.0) == class_of(1024.0) + 64);
    CHECK(class_of(1024.0) == class_of(1023.99) + 1);
    CHECK(class_of(1024.0 + 15.99) == class_of(1024.0));  // a class is 16 yuan wide here
    CHECK(class_of(1024.0 + 16.0) == class_of(1024.0) + 1);
    CHECK(class_of(0.0) == 0);
    CHECK(class_of(-5000.0) == 0);
    CHECK(class_of(1.0 / 16) == 0);
    CHECK(class_of(1e30) == IncomeClasses::count - 1);
    for (double y = 0.07; y < 1.6e7; y *= 1.003) {
        const double middle = class_income(class_of(y));
        CHECK(std::abs(middle - y) <= half_class * middle * (1 + 1e-6));
    }
}

TEST_CASE("two groups: the Gini is the poor's share of people less their share of income",
          "[population][measures]") {
    std::vector<std::uint32_t> people(IncomeClasses::count, 0);
    const std::size_t low = class_of(1500), high = class_of(9000);
    people[low] = 30;
    people[high] = 70;
    const double poor_income = 30 * class_income(low);
    const double income = poor_income + 70 * class_income(high);
    CHECK(gini_of_classes(people) == Approx(0.3 - poor_income / income).epsilon(1e-14));
    CHECK(median_of_classes(people) == class_income(high));
    people[low] = 70;  // the person in the middle is the poorer one when the two halves tie
    CHECK(median_of_classes(people) == class_income(low));
}

TEST_CASE("equal incomes have no inequality, nobody no median", "[population][measures]") {
    std::vector<std::uint32_t> people(IncomeClasses::count, 0);
    CHECK(gini_of_classes(people) == 0.0);
    CHECK(median_of_classes(people) == 0.0);
    people[class_of(2855)] = 1000;
    CHECK_THAT(gini_of_classes(people), Catch::WithinAbs(0.0, 1e-15));
    CHECK(median_of_classes(people) == Approx(2855).epsilon(half_class));
}

// Moving every income by at most a share h moves the Gini by at most 2 h.
TEST_CASE("published Gini coefficients come out of the classes", "[population][measures]") {
    const std::vector<double> ineq{541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261};
    const std::vector<double> handbook{10, 15, 20, 25, 40, 20, 30, 35, 45, 90};
    CHECK_THAT(exact_gini(ineq), Catch::WithinAbs(0.4620911, 5e-8));
    CHECK_THAT(exact_gini(handbook), Catch::WithinAbs(0.3272727, 5e-8));
    CHECK_THAT(gini_of_classes(classes_of(ineq)), Catch::WithinAbs(0.4620911, 2 * half_class));
    CHECK_THAT(gini_of_classes(classes_of(handbook)), Catch::WithinAbs(0.3272727, 2 * half_class));
}

TEST_CASE(
    "classes of many people: the Gini within 0.0001 of exact counting, the median within 0.8 %",
    "[population][measures]") {
    const std::vector<double> y = log_normal(100000, math::log(4000.0), 0.6);
    std::vector<double> sorted = y;
    std::nth_element(sorted.begin(), sorted.begin() + 49999, sorted.end());
    CHECK_THAT(gini_of_classes(classes_of(y)), Catch::WithinAbs(exact_gini(y), 1e-4));
    CHECK(median_of_classes(classes_of(y)) == Approx(sorted[49999]).epsilon(half_class));
}

TEST_CASE("measures over the classes of many people are within the square of half a class",
          "[population][measures]") {
    constexpr double square = half_class * half_class;
    constexpr double line = 2855.0;
    const std::vector<double> y = log_normal(100000, math::log(4000.0), 0.6);
    const measures::Distribution exact(y), classes = distribution_of_classes(classes_of(y));
    using Catch::WithinAbs;
    using namespace measures;
    CHECK_THAT(theil_t(classes).value, WithinAbs(theil_t(exact).value, square));
    CHECK_THAT(theil_l(classes).value, WithinAbs(theil_l(exact).value, square));
    CHECK_THAT(atkinson(classes, 0.5).value, WithinAbs(atkinson(exact, 0.5).value, square));
    CHECK_THAT(watts(classes, line).value, WithinAbs(watts(exact, line).value, square));
    CHECK_THAT(hoover(classes), WithinAbs(hoover(exact), square));
    CHECK_THAT(gini(classes), WithinAbs(gini_of_classes(classes_of(y)), 1e-14));
    const std::vector<double> means = group_means(exact, 20), from = group_means(classes, 20);
    for (std::size_t g = 0; g < means.size(); ++g)
        CHECK(from[g] == Approx(means[g]).epsilon(half_class / 4));
}

TEST_CASE("the first class stands for nothing", "[population][measures]") {
    const measures::Distribution d = distribution_of_classes(classes_of({-500, 0, 1500, 1500}));
    REQUIRE(d.size() == 2);
    CHECK(d.incomes()[0] == 0.0);
    CHECK(d.people()[1] == 2.0);
    CHECK(measures::theil_l(d).people_left_out == 2.0);
    CHECK(distribution_of_classes({}).empty());
}
