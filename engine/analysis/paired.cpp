#include "engine/analysis/paired.h"

#include <cmath>
#include <limits>
#include <vector>

#include "engine/core/contracts.h"
#include "engine/core/math/beta.h"

namespace zhaimao {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

double variance(const Summary& s) {
    return s.n > 1 ? s.sd * s.sd : 0.0;
}

double ratio(double unpaired, double paired) {
    if (paired > 0.0) return unpaired / paired;
    return unpaired > 0.0 ? infinite : 1.0;
}

}  // namespace

double student_t(double level, std::int64_t degrees) {
    EXPECTS(degrees >= 1);
    // T^2 / (T^2 + degrees) has a beta distribution; its other side keeps the tail exact.
    const auto n = static_cast<double>(degrees);
    const double x = math::beta_quantile(1.0 - level, 0.5 * n, 0.5);
    return std::sqrt(n * (1.0 - x) / x);
}

PairedDifference paired_difference(std::span<const double> baseline,
                                   std::span<const double> other) {
    EXPECTS(baseline.size() == other.size());
    std::vector<double> differences(baseline.size());
    for (std::size_t r = 0; r < differences.size(); ++r) differences[r] = other[r] - baseline[r];
    const Summary a = summarise(baseline);
    const Summary b = summarise(other);
    PairedDifference d;
    d.baseline = a.mean;
    d.other = b.mean;
    d.difference = summarise(differences);
    d.variance_ratio = ratio(variance(a) + variance(b), variance(d.difference));
    d.confidence = {-infinite, infinite};
    if (d.difference.n < 2) return d;
    const double half = student_t(confidence_level, d.difference.n - 1) * d.difference.mcse;
    d.confidence = {d.difference.mean - half, d.difference.mean + half};
    return d;
}

}  // namespace zhaimao
