#include "engine/ensemble/influence.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/contracts.h"
#include "engine/core/math/math.h"

namespace zhaimao {

namespace {

bool all_finite(std::span<const double> values) {
    return std::all_of(values.begin(), values.end(), [](double x) { return std::isfinite(x); });
}

std::vector<double> ranks_if_finite(std::span<const double> values) {
    return all_finite(values) ? average_ranks(values) : std::vector<double>{};
}

double fisher(double r) {
    return 0.5 * (math::log1p(r) - math::log1p(-r));
}

double from_fisher(double x) {
    return 1.0 - 2.0 / (math::exp(2.0 * x) + 1.0);
}

// The correlation of n ranks in order but for two neighbours.
double strongest_imperfect(double n) {
    return 1.0 - 12.0 / (n * (n * n - 1.0));
}

bool is_distinguishable(const Influence& influence, std::size_t pairs, std::size_t asked) {
    if (std::isnan(influence.rank_correlation)) return false;
    if (pairs < static_cast<std::size_t>(fewest_futures)) return false;
    const double level = 1.0 - (1.0 - confidence_level) / static_cast<double>(asked);
    const Interval all = rank_correlation_interval(influence.rank_correlation, pairs, level);
    return all.low > 0.0 || all.high < 0.0;
}

}  // namespace

std::vector<double> average_ranks(std::span<const double> values) {
    EXPECTS(all_finite(values));
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0, end = 0; first < order.size(); first = end) {
        while (end < order.size() && values[order[end]] == values[order[first]]) ++end;
        const double average = static_cast<double>(first + 1 + end) / 2.0;
        for (std::size_t i = first; i < end; ++i) ranks[order[i]] = average;
    }
    return ranks;
}

double correlation_of_ranks(std::span<const double> x, std::span<const double> y) {
    EXPECTS(x.size() == y.size());
    const double mean = static_cast<double>(x.size() + 1) / 2.0;
    double xx = 0.0, yy = 0.0, xy = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mean) * (x[i] - mean);
        yy += (y[i] - mean) * (y[i] - mean);
        xy += (x[i] - mean) * (y[i] - mean);
    }
    if (xx == 0.0 || yy == 0.0) return Summary::undefined;
    return std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0);
}

Interval rank_correlation_interval(double correlation, std::size_t pairs, double level) {
    constexpr std::size_t fewest_pairs = 10;
    if (pairs < fewest_pairs || std::isnan(correlation))
        return {Summary::undefined, Summary::undefined};
    const double most = strongest_imperfect(static_cast<double>(pairs));
    const double r = std::clamp(correlation, -most, most);
    const double z = math::normal_quantile(0.5 + level / 2.0);
    const double middle = fisher(r);
    const double half = z * std::sqrt((1.0 + r * r / 2.0) / static_cast<double>(pairs - 3));
    return {correlation < -most ? -1.0 : from_fisher(middle - half),
            correlation > most ? 1.0 : from_fisher(middle + half)};
}

RankedInputs::RankedInputs(const UncertainInputs& inputs) {
    for (Eigen::Index i = 0; i < inputs.values.rows(); ++i) {
        std::vector<double> drawn(static_cast<std::size_t>(inputs.values.cols()));
        for (std::size_t r = 0; r < drawn.size(); ++r)
            drawn[r] = inputs.values(i, static_cast<Eigen::Index>(r));
        ranks_.push_back(ranks_if_finite(drawn));
    }
}

std::vector<Influence> RankedInputs::on(std::span<const double> outcome) const {
    const std::vector<double> ranks = ranks_if_finite(outcome);
    std::vector<Influence> all(ranks_.size());
    std::size_t asked = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].input = i;
        if (ranks.empty() || ranks_[i].empty()) continue;
        const double r = correlation_of_ranks(ranks_[i], ranks);
        if (std::isnan(r)) continue;
        all[i].rank_correlation = r;
        all[i].confidence = rank_correlation_interval(r, ranks.size());
        ++asked;
    }
    for (Influence& influence : all)
        influence.distinguishable = is_distinguishable(influence, ranks.size(), asked);
    return all;
}

std::vector<Influence> strongest(std::vector<Influence> influences) {
    std::erase_if(influences, [](const Influence& i) { return !i.distinguishable; });
    std::stable_sort(influences.begin(), influences.end(),
                     [](const Influence& a, const Influence& b) {
                         return std::abs(a.rank_correlation) > std::abs(b.rank_correlation);
                     });
    return influences;
}

}  // namespace zhaimao
