#include "engine/population/measures/datt_ravallion.h"

#include "engine/population/measures/poverty.h"

namespace zhaimao::measures {
namespace {

// P_alpha with the mean of one distribution and the Lorenz curve of the other.
struct Corners {
    double before = 0.0, new_mean = 0.0, new_lorenz = 0.0, after = 0.0;
    bool defined = false;
};

Corners corners(const Distribution& d0, const Distribution& d1, double line, double alpha) {
    Corners p;
    p.before = fgt(d0, line, alpha);
    p.after = fgt(d1, line, alpha);
    p.defined = d0.mean() > 0.0 && d1.mean() > 0.0;
    if (!p.defined) return p;
    p.new_mean = fgt(d0, line * (d0.mean() / d1.mean()), alpha);
    p.new_lorenz = fgt(d1, line * (d1.mean() / d0.mean()), alpha);
    return p;
}

PovertyChange close(double total, double growth, double redistribution) {
    return {total, growth, redistribution, total - growth - redistribution};
}

}  // namespace

PovertyChange datt_ravallion(const Distribution& before, const Distribution& after, double line,
                             double alpha) {
    const Corners p = corners(before, after, line, alpha);
    if (!p.defined) return close(p.after - p.before, 0.0, 0.0);
    return close(p.after - p.before, p.new_mean - p.before, p.new_lorenz - p.before);
}

PovertyChange datt_ravallion_shapley(const Distribution& before, const Distribution& after,
                                     double line, double alpha) {
    const Corners p = corners(before, after, line, alpha);
    if (!p.defined) return close(p.after - p.before, 0.0, 0.0);
    const double growth = 0.5 * ((p.new_mean - p.before) + (p.after - p.new_lorenz));
    const double redistribution = 0.5 * ((p.new_lorenz - p.before) + (p.after - p.new_mean));
    // The two add up to the total but for rounding, which is no residual.
    return {p.after - p.before, growth, redistribution, 0.0};
}

}  // namespace zhaimao::measures
