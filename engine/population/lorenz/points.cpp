#include "engine/population/lorenz/points.h"

#include <fmt/format.h>

#include <cmath>

namespace zhaimao {
namespace {

std::string percent(double share) {
    return fmt::format("{:.6g} %", 100.0 * share);
}

// 10 shares rounded to 0.1 % miss 100 % by at most 0.5 %.
constexpr double rounding_of_ten_shares = 0.005;

std::vector<LorenzPoint> read_deciles(Block& lorenz) {
    const std::vector<double> shares =
        lorenz.numbers({"deciles", unit::number, share_range,
                        "income shares of ten equal groups of people, poorest first"});
    double sum = 0.0;
    for (double share : shares) sum += share;
    if (shares.size() == 10 && std::abs(sum - 1.0) <= rounding_of_ten_shares + 1e-9)
        return points_of_deciles(shares);
    if (shares.size() != 10)
        lorenz.error("deciles",
                     fmt::format("has {} shares (ten groups of equal size)", shares.size()));
    else
        lorenz.error("deciles", "the shares add up to " + percent(sum) +
                                    " (of all income). Give shares of groups, not cumulative ones");
    return {};
}

std::vector<LorenzPoint> read_listed(Block points) {
    std::vector<LorenzPoint> list;
    bool mistaken = false;
    const auto refuse = [&](const std::string& key, const std::string& message) {
        points.error(key, message);
        mistaken = true;
    };
    for (const std::string& key : points.keys()) {
        const double income = points.number(
            {key, unit::number, share_range, "share of income of the poorest " + key});
        const ParsedQuantity people = parse_quantity(key);
        const bool is_share = people.problem.empty() && people.quantity.dimension == unit::number &&
                              people.quantity.value > 0.0 && people.quantity.value <= 1.0;
        if (!is_share)
            refuse(key, "'" + key + "' is not a share of people. Write it as 10 %: 2.5 %");
        else if (people.quantity.value < 1.0)
            list.push_back({people.quantity.value, income});
        else if (income != 1.0)
            refuse(key, "all people have all income, 100 %. Leave this point out");
    }
    return mistaken ? std::vector<LorenzPoint>{} : list;
}

}  // namespace

std::vector<LorenzPoint> points_of_deciles(std::span<const double> shares) {
    double sum = 0.0;
    for (double share : shares) sum += share;
    std::vector<LorenzPoint> points;
    double below = 0.0;
    for (std::size_t k = 1; k < shares.size(); ++k) {
        below += shares[k - 1];
        points.push_back(
            {static_cast<double>(k) / static_cast<double>(shares.size()), below / sum});
    }
    return points;
}

std::string lorenz_points_problem(std::span<const LorenzPoint> points) {
    LorenzPoint last{};
    double slope = 0.0;  // mean income of the group before over the mean of all
    for (const LorenzPoint& point : points) {
        const std::string at = "the point " + percent(point.people) + ": " + percent(point.income);
        if (!(point.people > last.people && point.income > last.income))
            return at +
                   " does not lie above the one before (shares are cumulative, in rising order)";
        if (!(point.income < point.people))
            return at + " is not under the diagonal (the poorest have less than their share)";
        const double here = (point.income - last.income) / (point.people - last.people);
        if (!(here > slope))
            return at +
                   " makes its group poorer than the one before (people stand in order of income)";
        slope = here;
        last = point;
    }
    if (!points.empty() && !((1.0 - last.income) / (1.0 - last.people) > slope))
        return "the richest group is poorer than the one before (people stand in order of income)";
    return "";
}

std::vector<LorenzPoint> read_lorenz_points(Block& lorenz) {
    const bool by_deciles = lorenz.has("deciles");
    if (by_deciles == lorenz.has("points")) {
        lorenz.error("", by_deciles ? "has both points and deciles. Remove one"
                                    : "has neither points nor deciles. Give one of them");
        lorenz.skip("points");
        lorenz.skip("deciles");
        return {};
    }
    const std::string_view key = by_deciles ? "deciles" : "points";
    std::vector<LorenzPoint> points =
        by_deciles ? read_deciles(lorenz)
                   : read_listed(lorenz.block("points", "cumulative people: cumulative income"));
    if (points.empty()) return points;
    std::string problem = lorenz_points_problem(points);
    if (problem.empty() && points.size() < fewest_lorenz_points)
        problem = "has too few points (a curve has three coefficients). Give at least three";
    if (problem.empty()) return points;
    lorenz.error(key, problem);
    return {};
}

}  // namespace zhaimao
