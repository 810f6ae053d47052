// The design of a study as its file says it.
//
//   design: {kind: grid}                                   every factor's levels combined
//   design: {kind: one_at_a_time}
//   design: {kind: latin_hypercube, points: 200}           or sobol
//   design: {kind: saltelli, rows: 256}                    rows (factors + 2) points
//   design: {kind: morris, trajectories: 20, steps: 4}     trajectories (factors + 1) points
//
// Where levels are needed and a factor has a distribution, its levels are its `quantiles`. The ends
// of a Morris grid are the quantiles `ends`: a normal has no other. A Morris trajectory moves a
// factor that has levels from one of them to another: its grid is they, whatever `steps` says.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/analysis/bootstrap.h"
#include "engine/analysis/design.h"
#include "engine/analysis/factor.h"

namespace zhaimao {

enum class DesignKind : std::uint8_t {
    grid,
    one_at_a_time,
    latin_hypercube,
    sobol,
    saltelli,
    morris
};
inline constexpr std::array<std::string_view, 6> design_ids{
    "grid", "one_at_a_time", "latin_hypercube", "sobol", "saltelli", "morris"};

struct StudyDesign {
    DesignKind kind = DesignKind::grid;
    std::size_t size = 0;   // points, rows or trajectories
    std::size_t steps = 4;  // of a Morris grid
    std::vector<double> quantiles;
    Interval ends{0.05, 0.95};
    Place place_of_ends;  // of `quantiles` or `ends`, where the file gives them
    Bootstrap bootstrap;  // its seed is the design's, too

    // The seed where the file gives none.
    static StudyDesign read(Block& block, std::uint64_t seed);

    [[nodiscard]] double points(const std::vector<Factor>& factors) const;  // how many; may be many
    [[nodiscard]] Design make(const std::vector<Factor>& factors) const;
    // Points are held against the first one, replicate by replicate.
    [[nodiscard]] bool compares_in_pairs() const { return kind == DesignKind::one_at_a_time; }
    // How many points in a row have much in common: those of a row or a trajectory.
    [[nodiscard]] std::size_t neighbours(const std::vector<Factor>& factors) const;
    // By factor, of a grid and of one_at_a_time.
    [[nodiscard]] std::vector<std::size_t> levels(const std::vector<Factor>& factors) const;
    // By factor, of a Morris design.
    [[nodiscard]] std::vector<std::size_t> grid_levels(const std::vector<Factor>& factors) const;
    // The key that says at which quantiles a distribution's levels stand; empty: everywhere.
    [[nodiscard]] std::string_view ends_key() const;
    // Those of 0 and 1 that are among them.
    [[nodiscard]] std::vector<double> outermost() const;
    // Where a factor stands for a place of the design.
    [[nodiscard]] double place_of(const Factor& factor, double place) const;
};

}  // namespace zhaimao
