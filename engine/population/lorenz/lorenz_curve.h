// The Lorenz curves that an income distribution may follow, and reading one from YAML:
//   lorenz: {curve: general_quadratic, points: {20 %: 8.6 %, ...}}
//   lorenz: {curve: beta, deciles: [2.5 %, ...], floor: 5 %}
//
// Which one, and why not the log-normal? Over the 14 rural surveys of China, 1981-2013
// (tests/population/lorenz/back_cast.cpp computes both rows):
//                                                   general quadratic   beta   log-normal
//   share of income of the poorest p at a point
//   that the fit has not seen, % of all income, rms      0.098          0.226     1.416
//   headcount at 1.90 dollars a day against the
//   published one, percentage points, rms                1.14           1.05      2.58
// The second row flatters the curves, as PovcalNet publishes the one of them that fits better; the
// first favours nobody. Model, section 2.
#pragma once

#include <optional>
#include <span>
#include <variant>

#include "engine/population/lorenz/beta_lorenz.h"
#include "engine/population/lorenz/general_quadratic.h"

namespace zhaimao {

using LorenzCurve = std::variant<GeneralQuadratic, BetaLorenz>;

[[nodiscard]] inline double slope_of(const LorenzCurve& curve, double p) {
    return std::visit([p](const auto& c) { return c.slope(p); }, curve);
}

// From `curve` and `points` or `deciles`; nothing, after a mistake.
[[nodiscard]] std::optional<LorenzCurve> read_lorenz_curve(Block& lorenz);

}  // namespace zhaimao
