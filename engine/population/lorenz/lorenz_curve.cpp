#include "engine/population/lorenz/lorenz_curve.h"

#include <array>

namespace zhaimao {
namespace {

template <class Curve>
std::optional<LorenzCurve> fitted(Block& lorenz, std::span<const LorenzPoint> points,
                                  std::string_view other) {
    const Curve curve = Curve::fit(points);
    const std::string problem = curve.problem();
    if (problem.empty()) return curve;
    lorenz.error("curve", std::string(Curve::name) + " does not fit these points (" + problem +
                              "). Use " + std::string(other));
    return std::nullopt;
}

}  // namespace

std::optional<LorenzCurve> read_lorenz_curve(Block& lorenz) {
    constexpr std::array<std::string_view, 2> curves{GeneralQuadratic::name, BetaLorenz::name};
    const std::size_t kind = lorenz.choice("curve", "the formula of the Lorenz curve", curves);
    const std::vector<LorenzPoint> points = read_lorenz_points(lorenz);
    if (points.empty()) return std::nullopt;
    return kind == 0 ? fitted<GeneralQuadratic>(lorenz, points, BetaLorenz::name)
                     : fitted<BetaLorenz>(lorenz, points, GeneralQuadratic::name);
}

}  // namespace zhaimao
