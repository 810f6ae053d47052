#include "engine/population/lorenz/income_shape.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math/math.h"

namespace zhaimao {
namespace {

constexpr std::size_t points = ShapeGrid::cells + 1;

double score(std::size_t i) {
    constexpr double end = ShapeGrid::end;
    return 2.0 * end * static_cast<double>(i) / static_cast<double>(ShapeGrid::cells) - end;
}

// The mean of f over a standard normal, by the trapezoidal rule on the grid.
template <class F>
double normal_mean(F f) {
    double sum = 0.0, weights = 0.0;
    for (std::size_t i = 0; i < points; ++i) {
        const double weight = math::normal_pdf(score(i));
        weights += weight;
        sum += weight * f(i);
    }
    return sum / weights;
}

double lowest_income(const LorenzCurve& curve) {
    return slope_of(curve, math::normal_cdf(score(0)));
}

}  // namespace

IncomeShape IncomeShape::of(const LorenzCurve& curve, double floor) {
    std::vector<double> log_income(points);
    for (std::size_t i = 0; i < points; ++i)
        log_income[i] = math::log(std::max(slope_of(curve, math::normal_cdf(score(i))), floor));
    const double mean = normal_mean([&](std::size_t i) { return log_income[i]; });
    const auto square = [&](std::size_t i) {
        return (log_income[i] - mean) * (log_income[i] - mean);
    };
    IncomeShape shape;
    shape.log_sd = std::sqrt(normal_mean(square));
    for (double x : log_income) shape.at.push_back(static_cast<float>((x - mean) / shape.log_sd));
    return shape;
}

std::optional<IncomeShape> IncomeShape::read(Block lorenz) {
    const std::optional<LorenzCurve> curve = read_lorenz_curve(lorenz);
    const std::optional<double> floor = lorenz.maybe_number(
        {"floor", unit::number, {0.0, 1.0, true}, "lowest income, share of the mean"});
    if (!curve) return std::nullopt;
    if (floor || lowest_income(*curve) > 0.0) return of(*curve, floor.value_or(0.0));
    lorenz.error("",
                 "the lowest incomes of the curve are not positive (a beta curve's never are). "
                 "Give floor, a share of the mean, such as 5 %");
    return std::nullopt;
}

double IncomeShape::log_mean(double sd) const {
    return math::log(
        normal_mean([&](std::size_t i) { return math::exp(sd * static_cast<double>(at[i])); }));
}

}  // namespace zhaimao
