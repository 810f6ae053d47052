#include "engine/analysis/paired.h"

#include <algorithm>
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

// Futures by what holds in the baseline and in the other.
struct Fourfold {
    double both = 0.0, only_baseline = 0.0, only_other = 0.0, neither = 0.0;

    [[nodiscard]] double count() const { return both + only_baseline + only_other + neither; }
    [[nodiscard]] double baseline() const { return both + only_baseline; }
    [[nodiscard]] double other() const { return both + only_other; }
};

Fourfold fourfold(std::span<const double> baseline, std::span<const double> other) {
    Fourfold t;
    for (std::size_t r = 0; r < baseline.size(); ++r) {
        double& cell = baseline[r] != 0.0 ? (other[r] != 0.0 ? t.both : t.only_baseline)
                                          : (other[r] != 0.0 ? t.only_other : t.neither);
        cell += 1.0;
    }
    return t;
}

// Corrected for continuity where it is positive; zero where one of the two always holds, or never.
double phi_of(const Fourfold& t) {
    const double n = t.count();
    const double product = t.baseline() * (n - t.baseline()) * t.other() * (n - t.other());
    if (product == 0.0) return 0.0;
    const double excess = t.both * t.neither - t.only_baseline * t.only_other;
    return (excess < 0.0 ? excess : std::max(excess - 0.5 * n, 0.0)) / std::sqrt(product);
}

// Of two distances with a correlation.
double distance(double a, double b, double phi) {
    return std::sqrt(std::max(a * a - 2.0 * phi * a * b + b * b, 0.0));
}

Interval newcombe(const Fourfold& t) {
    const double n = t.count();
    const auto score = [&](double count) {
        return wilson(static_cast<std::int64_t>(count), static_cast<std::int64_t>(n));
    };
    const double p1 = t.baseline() / n, p2 = t.other() / n, phi = phi_of(t);
    const Interval first = score(t.baseline()), second = score(t.other());
    const double below = distance(p2 - second.low, first.high - p1, phi);
    const double above = distance(second.high - p2, p1 - first.low, phi);
    return {std::max(p2 - p1 - below, -1.0), std::min(p2 - p1 + above, 1.0)};
}

}  // namespace

double student_t(double level, std::int64_t degrees) {
    EXPECTS(degrees >= 1);
    // T^2 / (T^2 + degrees) has a beta distribution; its other side keeps the tail exact.
    const auto n = static_cast<double>(degrees);
    const double x = math::beta_quantile(1.0 - level, 0.5 * n, 0.5);
    return std::sqrt(n * (1.0 - x) / x);
}

double half_width(const PairedDifference& d) {
    const double half = 0.5 * (d.confidence.high - d.confidence.low);
    return half == 0.0 && d.difference.mean != 0.0 ? infinite : half;
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

PairedDifference paired_shares(std::span<const double> baseline, std::span<const double> other) {
    PairedDifference d = paired_difference(baseline, other);
    if (baseline.size() > 1) d.confidence = newcombe(fourfold(baseline, other));
    return d;
}

}  // namespace zhaimao
