#include "engine/population/measures/multidimensional.h"

#include <cmath>
#include <limits>

#include "engine/core/contracts.h"

namespace zhaimao::measures {
namespace {

double score(std::uint32_t lacks, std::span<const double> weights) {
    double sum = 0.0;
    for (std::size_t j = 0; j < weights.size(); ++j)
        if ((lacks >> j & 1U) != 0U) sum += weights[j];
    return sum;
}

void close(Multidimensional& m, double people, double poor, double scores) {
    if (!(poor > 0.0)) return;
    m.headcount = poor / people;
    m.intensity = scores / poor;
    m.adjusted = scores / people;
    for (double& c : m.contribution) c /= scores;
}

}  // namespace

Multidimensional alkire_foster(std::span<const std::uint32_t> deprived,
                               std::span<const double> people, std::span<const double> weights,
                               double cutoff) {
    EXPECTS(deprived.size() == people.size() && weights.size() <= 32);
    const double all_weights = score(~0U, weights);
    EXPECTS(all_weights > 0.0 && cutoff >= 0.0 && cutoff <= 1.0);
    const double rounding =
        static_cast<double>(2 * weights.size()) * std::numeric_limits<double>::epsilon();
    Multidimensional m;
    m.contribution.assign(weights.size(), 0.0);
    double all = 0.0, poor = 0.0, scores = 0.0;
    for (std::size_t i = 0; i < deprived.size(); ++i) {
        if (!(people[i] > 0.0) || !std::isfinite(people[i])) continue;
        all += people[i];
        const double s = score(deprived[i], weights) / all_weights;
        if (!(s > 0.0) || s + rounding < cutoff) continue;
        poor += people[i];
        scores += people[i] * s;
        for (std::size_t j = 0; j < weights.size(); ++j)
            if ((deprived[i] >> j & 1U) != 0U)
                m.contribution[j] += people[i] * weights[j] / all_weights;
    }
    close(m, all, poor, scores);
    return m;
}

}  // namespace zhaimao::measures
