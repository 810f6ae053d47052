#include <array>
#include <limits>

#include "engine/core/math/math.h"

namespace zhaimao::math {
namespace {

// A quotient of two polynomials of degree 7, highest power first.
struct Rational {
    std::array<double, 8> above, below;

    [[nodiscard]] double operator()(double x) const {
        double p = 0.0, q = 0.0;
        for (const double c : above) p = p * x + c;
        for (const double c : below) q = q * x + c;
        return p / q;
    }
};

// |p - 1/2| <= 0.425, in 0.180625 - (p - 1/2)^2.
constexpr Rational centre{
    {2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
     13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.3871328727963666080},
    {5226.4952788528545610, 28729.085735721942674, 39307.895800092710610, 21213.794301586595867,
     5394.1960214247511077, 687.18700749205790830, 42.313330701600911252, 1.0}};
// In sqrt(-ln tail) - 1.6, up to 5.
constexpr Rational tail{
    {7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
     1.27045825245236838258, 3.64784832476320460504, 5.76949722146069140550, 4.63033784615654529590,
     1.42343711074968357734},
    {1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
     1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940,
     2.05319162663775882187, 1.0}};
// In sqrt(-ln tail) - 5, beyond.
constexpr Rational far_tail{
    {2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
     2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580,
     5.46378491116411436990, 6.65790464350110377720},
    {2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
     7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
     5.99832206555887937690e-1, 1.0}};

constexpr double root_two_pi = 2.5066282746310005;

// Phi(z) - 1/2 = pdf(z) (z + z^3 / 3 + z^5 / (3 5) + ...): all terms of one sign. For |z| <= 2.
double central_cdf(double z) {
    double term = z, sum = z;
    for (double odd = 3.0; odd < 80.0; odd += 2.0) {
        term *= z * z / odd;
        sum += term;
    }
    return 0.5 + normal_pdf(z) * sum;
}

// (1 - Phi(z)) / pdf(z) = 1 / (z + 1 / (z + 2 / (z + 3 / ...))) for z >= 2 (Laplace): 120 terms.
double mills_ratio(double z) {
    double fraction = z;
    for (double k = 120.0; k > 0.0; k -= 1.0) fraction = z + k / fraction;
    return 1.0 / fraction;
}

}  // namespace

double normal_pdf(double z) {
    // z^2 is split: its rounding error alone would cost z^2 / 2 ulp.
    const double high = static_cast<double>(static_cast<float>(z));
    if (!(high > -50.0 && high < 50.0)) return z != z ? z : 0.0;
    return exp(-0.5 * high * high) * exp(-0.5 * (z - high) * (z + high)) / root_two_pi;
}

double normal_cdf(double z) {
    if (z != z) return z;
    if (z < -40.0) return 0.0;
    if (z > 40.0) return 1.0;
    if (z < -2.0) return normal_pdf(z) * mills_ratio(-z);
    if (z > 2.0) return 1.0 - normal_pdf(z) * mills_ratio(z);
    return central_cdf(z);
}

double normal_quantile(double p) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const double q = p - 0.5;
    if (q >= -0.425 && q <= 0.425) return q * centre(0.180625 - q * q);
    if (p == 0.0) return -infinity;
    if (p == 1.0) return infinity;
    if (!(p > 0.0 && p < 1.0)) return std::numeric_limits<double>::quiet_NaN();
    const double r = __builtin_sqrt(-log(q < 0.0 ? p : 1.0 - p));
    const double z = r <= 5.0 ? tail(r - 1.6) : far_tail(r - 5.0);
    return q < 0.0 ? -z : z;
}

}  // namespace zhaimao::math
