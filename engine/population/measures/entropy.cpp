#include "engine/population/measures/entropy.h"

#include <cmath>

#include "engine/core/contracts.h"
#include "engine/core/math/math.h"

namespace zhaimao::measures {
namespace {

// Mean of term(y / mean) over those with positive incomes.
template <class Term>
OverPositive mean_over_positive(const Distribution& d, Term term) {
    const Distribution counted = d.positive();
    const double mean = counted.mean();
    double sum = 0.0;
    for (std::size_t i = 0; i < counted.size(); ++i)
        sum += counted.people()[i] * term(counted.incomes()[i] / mean);
    return {counted.empty() ? 0.0 : sum / counted.total_people(), counted.left_out()};
}

OverPositive mean_power(const Distribution& d, double exponent) {
    if (exponent == 0.5) return mean_over_positive(d, [](double r) { return std::sqrt(r); });
    return mean_over_positive(d, [&](double r) { return math::pow(r, exponent); });
}

}  // namespace

OverPositive theil_t(const Distribution& d) {
    return mean_over_positive(d, [](double r) { return r * math::log(r); });
}

OverPositive theil_l(const Distribution& d) {
    return mean_over_positive(d, [](double r) { return -math::log(r); });
}

OverPositive generalised_entropy(const Distribution& d, double a) {
    if (a == 0.0) return theil_l(d);
    if (a == 1.0) return theil_t(d);
    OverPositive ge = mean_power(d, a);
    // Zero over nobody, where the mean power is 0 and not 1.
    ge.value = ge.value > 0.0 ? (ge.value - 1.0) / (a * (a - 1.0)) : 0.0;
    return ge;
}

OverPositive atkinson(const Distribution& d, double aversion) {
    EXPECTS(aversion >= 0.0);
    if (aversion == 1.0) {
        OverPositive l = theil_l(d);
        l.value = 1.0 - math::exp(-l.value);
        return l;
    }
    OverPositive a = mean_power(d, 1.0 - aversion);
    a.value = a.value > 0.0 ? 1.0 - math::pow(a.value, 1.0 / (1.0 - aversion)) : 0.0;
    return a;
}

}  // namespace zhaimao::measures
