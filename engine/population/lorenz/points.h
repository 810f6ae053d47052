// Points of a published Lorenz curve: the poorest `people` of all people have `income` of all
// income.
//
// People are ordered by income per head; shares are cumulative. As YAML either the points,
//   points: {20 %: 8.6 %, 40 %: 21.3 %, 60 %: 38.9 %, 80 %: 62.1 %}
// or the income shares of ten equal groups of people, poorest first, which become the points
// (k / 10, sum of the first k / sum of all), k = 1 .. 9: published shares are rounded and may miss
// 100 % by half a unit of the last digit each.
//   deciles: [2.5 %, 3.9 %, ...]
// The end (100 %, 100 %) says nothing and is dropped, as PovcalNet drops it from its fits. Groups
// of households, and income per household, are another curve. Model, section 2.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/core/config/block.h"

namespace zhaimao {

struct LorenzPoint {
    double people = 0.0;  // cumulative share, in (0, 1)
    double income = 0.0;  // cumulative share, in (0, people)
};

// Under this number of points a curve of three coefficients is not determined.
inline constexpr std::size_t fewest_lorenz_points = 3;

// From `points` or `deciles` of the block. Mistakes are reported; then the list is empty.
[[nodiscard]] std::vector<LorenzPoint> read_lorenz_points(Block& lorenz);

// Ten shares, poorest first; their sum stands for all income.
[[nodiscard]] std::vector<LorenzPoint> points_of_deciles(std::span<const double> shares);

// Why points are on no Lorenz curve (rising, under the diagonal, convex); empty: they are.
[[nodiscard]] std::string lorenz_points_problem(std::span<const LorenzPoint> points);

}  // namespace zhaimao
