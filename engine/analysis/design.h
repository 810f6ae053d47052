// Designs: where the points of a study stand, as places u in the unit cube, a row a point and a
// column a factor. Row by row from keyed draws: the same for every machine and every order.
//
//   grid              every combination of levels, the last factor's fastest
//   one_at_a_time     the scenario as it is, then one factor at a time at each of its levels
//   latin_hypercube   every factor's n strata of equal probability hit once each (McKay, Beckman
//                     and Conover 1979)
//   sobol             Sobol' sequence (direction numbers of Joe and Kuo 2008), all digits of a
//                     factor shifted by one draw, so that no point is 0
//   saltelli          rows of two Sobol' matrices A and B, and of A with column i of B: k + 2
//                     points a row (Saltelli et al. 2010)
//   morris            trajectories of k + 1 points on a grid of p levels a factor, one factor moved
//                     a step, by p / (2 (p - 1)) where p is even, by half where odd (Morris 1991)
//
// Level j of n stands at (j + 1/2) / n. A factor left as the scenario has it stands at no place.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace zhaimao {

class Design {
   public:
    static constexpr double unset = std::numeric_limits<double>::quiet_NaN();

    explicit Design(std::size_t factors) : factors_(factors) {}

    [[nodiscard]] std::size_t factors() const { return factors_; }
    [[nodiscard]] std::size_t points() const { return places_.size() / factors_; }
    [[nodiscard]] std::span<const double> point(std::size_t index) const {
        return std::span(places_).subspan(index * factors_, factors_);
    }
    void add(std::span<const double> places) {
        places_.insert(places_.end(), places.begin(), places.end());
    }

   private:
    std::size_t factors_;
    std::vector<double> places_;
};

[[nodiscard]] constexpr double level_place(std::size_t level, std::size_t levels) {
    return (static_cast<double>(level) + 0.5) / static_cast<double>(levels);
}

// `levels`: how many each factor has, at least one.
[[nodiscard]] Design grid_design(std::span<const std::size_t> levels);
[[nodiscard]] Design one_at_a_time_design(std::span<const std::size_t> levels);
[[nodiscard]] Design latin_hypercube_design(std::size_t points, std::size_t factors,
                                            std::uint64_t seed);
[[nodiscard]] Design sobol_design(std::size_t points, std::size_t factors, std::uint64_t seed);
// Row r: A_r, B_r, and A_r with B's factor i for each i.
[[nodiscard]] Design saltelli_design(std::size_t rows, std::size_t factors, std::uint64_t seed);
// `levels`: of each factor's grid, at least two; places from 0 to 1, level i of n at i / (n - 1).
[[nodiscard]] Design morris_design(std::size_t trajectories, std::span<const std::size_t> levels,
                                   std::uint64_t seed);

}  // namespace zhaimao
