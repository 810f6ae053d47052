#include "engine/population/lorenz/income_shape.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/math/math.h"
#include "engine/population/draft.h"
#include "engine/population/synthesis.h"
#include "tests/core/config/tree_text.h"
#include "tests/population/lorenz/surveys.h"
#include "tests/population/sample_inputs.h"

using namespace zhaimao;

namespace {

constexpr double no_floor = 0.0, floor_of_beta = 0.05;

LorenzCurve rural_2013(bool beta) {
    const std::vector<LorenzPoint>& points = surveys::of("CHN_R2013X").points;
    if (beta) return BetaLorenz::fit(points);
    return GeneralQuadratic::fit(points);
}

IncomeShape shape_of(bool beta) {
    return IncomeShape::of(rural_2013(beta), beta ? floor_of_beta : no_floor);
}

double log_income(const LorenzCurve& curve, double floor, double z) {
    return std::log(std::max(slope_of(curve, math::normal_cdf(z)), floor));
}

// Mean of f over ranks, midpoints: the ends of a log quantile function are integrable.
template <class F>
double mean_over_ranks(F f) {
    constexpr int n = 200000;
    double sum = 0.0;
    for (int i = 0; i < n; ++i) sum += f(math::normal_quantile((i + 0.5) / n));
    return sum / n;
}

double looked_up(const IncomeShape& shape, double z) {
    const double at = (z + ShapeGrid::end) * ShapeGrid::cells / (2.0 * ShapeGrid::end);
    const auto cell = static_cast<std::size_t>(at);
    const double low = shape.at[cell], high = shape.at[cell + 1];
    return low + (at - static_cast<double>(cell)) * (high - low);
}

PopulationInputs with_shape(bool beta) {
    PopulationInputs in = sample_inputs();
    in.income.shape = shape_of(beta);
    in.income.log_sd = in.income.shape->log_sd;
    return in;
}

// Shares of all income of the tenths of people.
std::vector<double> tenths(const Draft& draft, const std::vector<float>& income) {
    std::vector<std::size_t> order(income.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return income[a] < income[b]; });
    std::vector<double> share(10, 0.0);
    double people = 0.0, all = 0.0;
    for (std::size_t row : order) {
        const double n = draft.size[row], money = n * static_cast<double>(income[row]);
        const auto tenth =
            static_cast<std::size_t>(10.0 * (people + 0.5 * n) / static_cast<double>(draft.people));
        share[tenth] += money;
        people += n;
        all += money;
    }
    for (double& s : share) s /= all;
    return share;
}

}  // namespace

TEST_CASE("the shape is the curve's log quantile function, standardised", "[population][lorenz]") {
    for (bool beta : {false, true}) {
        const LorenzCurve curve = rural_2013(beta);
        const double floor = beta ? floor_of_beta : no_floor;
        const IncomeShape shape = shape_of(beta);
        const double mean = mean_over_ranks([&](double z) { return log_income(curve, floor, z); });
        const double square = mean_over_ranks([&](double z) {
            return (log_income(curve, floor, z) - mean) * (log_income(curve, floor, z) - mean);
        });
        constexpr double midpoint_error = 1e-5;
        CHECK_THAT(shape.log_sd, Catch::WithinAbs(std::sqrt(square), midpoint_error));
        CHECK(std::is_sorted(shape.at.begin(), shape.at.end()));
        for (double z = -5.0; z < 5.0; z += 0.1234567) {
            const double exact = (log_income(curve, floor, z) - mean) / shape.log_sd;
            const bool at_kink = beta && std::abs(z + 3.5) < 0.5;  // where the floor begins
            CHECK_THAT(looked_up(shape, z),
                       Catch::WithinAbs(exact, at_kink ? 0.01 : 2 * midpoint_error));
        }
        // exp(s g) is income over exp(mean), and mean income is 1 but for the floor.
        CHECK_THAT(shape.log_mean(shape.log_sd), Catch::WithinAbs(-mean, beta ? 1e-4 : 1e-5));
        CHECK_THAT(shape.log_mean(0.0), Catch::WithinAbs(0.0, 1e-14));
    }
}

TEST_CASE("after a year's luck the tenths' income shares come back", "[population][lorenz]") {
    for (bool beta : {false, true}) {
        PopulationInputs in = with_shape(beta);
        in.income.lowest = in.income.highest = {0.6, 0.4, 0.0, 0.0};  // luck moves all of it
        in.luck = {0.20, 0.0, 0.0};
        County area = sample_county();
        area.rural_people = 1000000;
        const Draft draft = draft_county(in, 0, area);
        const std::vector<double> found = tenths(draft, draft.observed);
        for (std::size_t k = 0; k < 10; ++k) {
            const double low = static_cast<double>(k) / 10, high = low + 0.1;
            const double expected = std::visit(
                [&](const auto& c) { return c.value(high) - c.value(low); }, rural_2013(beta));
            INFO(beta << " tenth " << k + 1 << ": " << found[k] << " against " << expected);
            CHECK_THAT(found[k], Catch::WithinAbs(expected, k < 9 ? 0.002 : 0.005));
        }
    }
}

TEST_CASE("permanent income has the variance that luck leaves, and a given mean is reached",
          "[population][lorenz]") {
    PopulationInputs in = with_shape(false);
    in.income.means = MeanRule::given;
    in.counties[0].mean_income = 4000.0;
    const Draft draft = draft_county(in, 0, sample_county());
    const double s0 = permanent_log_sd(in);
    CHECK(s0 * s0 == Approx(in.income.log_sd * in.income.log_sd - 0.04).epsilon(1e-14));
    const auto n = static_cast<double>(draft.households());
    double sum = 0.0, squares = 0.0, fourth = 0.0;
    for (float d : draft.deviation) {
        const double square = static_cast<double>(d) * static_cast<double>(d);
        sum += d;
        squares += square;
        fourth += square * square;
    }
    CHECK(std::abs(sum / n) < 4 * s0 / std::sqrt(n));
    const double error = std::sqrt((fourth / n - std::pow(s0, 4)) / n);
    CHECK(std::abs(squares / n - s0 * s0) < 4 * error);
    const CountyPopulation p = synthesise_county(in, 0, sample_county());
    double income = 0.0, of_squares = 0.0, people_squares = 0.0;
    for (std::size_t i = 0; i < p.households(); ++i) {
        double own = 0.0;
        for (const auto& source : p.income) own += static_cast<double>(source[i]);
        const double people = draft.size[i];
        income += people * own;
        of_squares += people * own * own;
        people_squares += people * people;
    }
    const double mean = income / 60000.0;
    const double households = 60000.0 * 60000.0 / people_squares;  // as many equal weights
    const double mean_error = std::sqrt((of_squares / 60000.0 - mean * mean) / households);
    CHECK(std::abs(mean - 4000.0) < 4 * mean_error);
}

TEST_CASE("a shape makes the same people at every instruction set", "[population][lorenz]") {
    const PopulationInputs in = with_shape(true);
    const CountyPopulation baseline = synthesise_county(in, 0, sample_county(), Isa::baseline);
    for (Isa isa : all_isas) {
        if (!is_supported(isa)) continue;
        const CountyPopulation other = synthesise_county(in, 0, sample_county(), isa);
        CHECK(other.income == baseline.income);
        CHECK(other.observed == baseline.observed);
        CHECK(other.observed_before == baseline.observed_before);
        CHECK(other.state == baseline.state);
    }
    CHECK(baseline.income != synthesise_county(sample_inputs(), 0, sample_county()).income);
}

TEST_CASE("a shape is read from YAML, a beta curve needs a floor", "[population][lorenz]") {
    const std::string tenths =
        "deciles: [2.9 %, 4.3 %, 5.4 %, 6.5 %, 7.6 %, 8.9 %, 10.4 %, 12.4 %, 15.6 %, 26 %]";
    const auto read = [](const std::string& text, std::string& messages) {
        TreeText yaml("lorenz: {" + text + "}");
        Reading reading(yaml.diagnostics);
        Block root = reading.root(yaml.tree);
        auto shape = IncomeShape::read(root.block("lorenz", "a curve"));
        reading.finish();
        messages = yaml.messages();
        return shape;
    };
    std::string messages;
    const auto shape = read("curve: general_quadratic, " + tenths, messages);
    CHECK(messages.empty());
    REQUIRE(shape);
    CHECK(shape->at.size() == ShapeGrid::cells + 1);
    CHECK(shape->log_sd == Approx(0.6).epsilon(0.05));  // of a Gini of about a third
    CHECK(read("curve: beta, floor: 5 %, " + tenths, messages));
    CHECK(messages.empty());
    CHECK_FALSE(read("curve: beta, " + tenths, messages));
    CHECK(messages.find("Give floor, a share of the mean, such as 5 %") != std::string::npos);
    (void)read("curve: pareto, " + tenths, messages);
    CHECK(messages.find("'pareto' is not one of") != std::string::npos);
}
