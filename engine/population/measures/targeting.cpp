#include "engine/population/measures/targeting.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/core/contracts.h"

namespace zhaimao::measures {
namespace {

bool counts(const Programme& p, std::size_t i) {
    return p.people[i] > 0.0 && std::isfinite(p.people[i]) && std::isfinite(p.incomes[i]);
}

double benefit(const Programme& p, std::size_t i) {
    if (p.served[i] == 0) return 0.0;
    return p.benefits.empty() ? p.people[i] : p.benefits[i];
}

double share(double part, double whole) {
    return whole > 0.0 ? part / whole : 0.0;
}

bool is_complete(const Programme& p) {
    const std::size_t n = p.incomes.size();
    return p.people.size() == n && p.served.size() == n &&
           (p.benefits.empty() || p.benefits.size() == n);
}

}  // namespace

Targeting targeting(const Programme& p, double line) {
    EXPECTS(is_complete(p));
    double people[2][2] = {};  // [poor][served]
    double paid[2] = {};       // [poor]
    for (std::size_t i = 0; i < p.incomes.size(); ++i) {
        if (!counts(p, i)) continue;
        const bool poor = p.incomes[i] < line, served = p.served[i] != 0;
        people[poor ? 1 : 0][served ? 1 : 0] += p.people[i];
        paid[poor ? 1 : 0] += benefit(p, i);
    }
    const double served = people[0][1] + people[1][1];
    const PeopleReached reached{served, people[1][1], people[1][0] + people[1][1]};
    return {inclusion_error(reached), exclusion_error(reached),
            share(served, served + people[0][0] + people[1][0]), share(paid[0], paid[0] + paid[1])};
}

double coady_grosh_hoddinott(const Programme& p, double poorest) {
    EXPECTS(is_complete(p) && poorest > 0.0 && poorest <= 1.0);
    std::vector<std::size_t> order;
    double people = 0.0, paid = 0.0;
    for (std::size_t i = 0; i < p.incomes.size(); ++i)
        if (counts(p, i)) order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return p.incomes[a] < p.incomes[b]; });
    for (std::size_t i : order) {
        people += p.people[i];
        paid += benefit(p, i);
    }
    double room = poorest * people, reached = 0.0;
    for (std::size_t i : order) {
        const double part = std::min(1.0, room / p.people[i]);
        if (!(part > 0.0)) break;
        reached += part * benefit(p, i);
        room -= part * p.people[i];
    }
    return coady_grosh_hoddinott(reached, paid, poorest);
}

double inclusion_error(const PeopleReached& p) {
    return share(p.served - p.served_poor, p.served);
}

double exclusion_error(const PeopleReached& p) {
    return share(p.poor - p.served_poor, p.poor);
}

double coady_grosh_hoddinott(double benefit_of_poorest, double all_benefit, double poorest) {
    return share(benefit_of_poorest, all_benefit) / poorest;
}

}  // namespace zhaimao::measures
