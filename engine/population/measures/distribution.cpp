#include "engine/population/measures/distribution.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/contracts.h"

namespace zhaimao::measures {

Distribution::Distribution(std::span<const double> incomes, std::span<const double> people) {
    EXPECTS(people.empty() || people.size() == incomes.size());
    std::vector<std::size_t> order;
    order.reserve(incomes.size());
    for (std::size_t i = 0; i < incomes.size(); ++i) {
        const double weight = people.empty() ? 1.0 : people[i];
        if (!(weight > 0.0) || !std::isfinite(weight)) continue;
        if (std::isfinite(incomes[i]))
            order.push_back(i);
        else
            left_out_ += weight;
    }
    const auto is_poorer = [&](std::size_t a, std::size_t b) { return incomes[a] < incomes[b]; };
    if (!std::is_sorted(order.begin(), order.end(), is_poorer))
        std::stable_sort(order.begin(), order.end(), is_poorer);
    incomes_.reserve(order.size());
    people_.reserve(order.size());
    for (std::size_t i : order) {
        incomes_.push_back(incomes[i]);
        people_.push_back(people.empty() ? 1.0 : people[i]);
        total_people_ += people_.back();
        total_income_ += people_.back() * incomes_.back();
    }
}

std::size_t Distribution::rows_under(double line) const {
    return static_cast<std::size_t>(std::lower_bound(incomes_.begin(), incomes_.end(), line) -
                                    incomes_.begin());
}

Distribution Distribution::rows(std::size_t first, std::size_t last) const {
    Distribution part;
    for (std::size_t i = first; i < last; ++i) {
        part.total_people_ += people_[i];
        part.total_income_ += people_[i] * incomes_[i];
    }
    const auto begin = static_cast<std::ptrdiff_t>(first), end = static_cast<std::ptrdiff_t>(last);
    part.incomes_.assign(incomes_.begin() + begin, incomes_.begin() + end);
    part.people_.assign(people_.begin() + begin, people_.begin() + end);
    return part;
}

Distribution Distribution::under(double line) const {
    return rows(0, rows_under(line));
}

Distribution Distribution::positive() const {
    const auto first = static_cast<std::size_t>(
        std::upper_bound(incomes_.begin(), incomes_.end(), 0.0) - incomes_.begin());
    Distribution rest = rows(first, size());
    rest.left_out_ = std::accumulate(
        people_.begin(), people_.begin() + static_cast<std::ptrdiff_t>(first), left_out_);
    return rest;
}

double quantile(const Distribution& d, double p) {
    EXPECTS(p >= 0.0 && p <= 1.0);
    double below = 0.0;
    for (std::size_t i = 0; i < d.size(); ++i) {
        below += d.people()[i];
        if (below >= p * d.total_people()) return d.incomes()[i];
    }
    return d.empty() ? 0.0 : d.incomes().back();
}

}  // namespace zhaimao::measures
