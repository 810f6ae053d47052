#include "engine/population/measures/lorenz.h"

#include <cmath>

#include "engine/core/contracts.h"

namespace zhaimao::measures {
namespace {

// Income of each of the groups.
std::vector<double> group_incomes(const Distribution& d, std::size_t groups) {
    EXPECTS(groups > 0);
    std::vector<double> incomes(groups, 0.0);
    const double size = d.total_people() / static_cast<double>(groups);
    std::size_t g = 0;
    double room = size;
    for (std::size_t i = 0; i < d.size(); ++i) {
        double left = d.people()[i];
        while (left > room && g + 1 < groups) {
            incomes[g++] += room * d.incomes()[i];
            left -= room;
            room = size;
        }
        incomes[g] += left * d.incomes()[i];
        room -= left;
    }
    return incomes;
}

}  // namespace

std::vector<double> group_means(const Distribution& d, std::size_t groups) {
    std::vector<double> means = group_incomes(d, groups);
    if (d.empty()) return means;
    for (double& m : means) m = m * static_cast<double>(groups) / d.total_people();
    return means;
}

std::vector<double> group_shares(const Distribution& d, std::size_t groups) {
    if (!(d.total_income() > 0.0)) return std::vector<double>(groups, 0.0);
    std::vector<double> shares = group_incomes(d, groups);
    for (double& s : shares) s /= d.total_income();
    return shares;
}

std::vector<double> lorenz_points(const Distribution& d, std::size_t groups) {
    std::vector<double> points{0.0};
    for (double share : group_shares(d, groups)) points.push_back(points.back() + share);
    if (d.total_income() > 0.0) points.back() = 1.0;
    return points;
}

double gini(const Distribution& d) {
    if (!(d.total_income() > 0.0)) return 0.0;
    double income = 0.0, twice_area = 0.0;
    for (std::size_t i = 0; i < d.size(); ++i) {
        const double before = income;
        income += d.people()[i] * d.incomes()[i];
        twice_area += d.people()[i] * (before + income);
    }
    return 1.0 - twice_area / (d.total_people() * income);
}

double gini_of_poor(const Distribution& d, double line) {
    return gini(d.under(line));
}

double hoover(const Distribution& d) {
    if (!(d.total_income() > 0.0)) return 0.0;
    const double mean = d.mean();
    double sum = 0.0;
    for (std::size_t i = 0; i < d.size(); ++i)
        sum += d.people()[i] * std::abs(d.incomes()[i] - mean);
    return sum / (2.0 * d.total_income());
}

}  // namespace zhaimao::measures
