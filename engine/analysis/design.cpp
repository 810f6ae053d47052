#include "engine/analysis/design.h"

#include <boost/random/sobol.hpp>
#include <numeric>
#include <utility>

#include "engine/core/contracts.h"
#include "engine/core/random/draws.h"

namespace zhaimao {
namespace {

std::uint32_t word(std::size_t n) {
    return static_cast<std::uint32_t>(n);
}

// The draws of designs: of (i, j), keyed by what for.
class DesignDraws {
   public:
    DesignDraws(std::uint64_t seed, const char* purpose) : draws_(seed, 0), purpose_(purpose) {}

    [[nodiscard]] Words words(std::size_t i, std::size_t j) const {
        return draws_.words(word(i), word(j), 0, purpose_);
    }
    [[nodiscard]] double uniform(std::size_t i, std::size_t j) const {
        return draws_.uniform(word(i), word(j), 0, purpose_);
    }
    // One of 0 .. n - 1.
    [[nodiscard]] std::size_t below(std::size_t n, std::size_t i, std::size_t j) const {
        return static_cast<std::size_t>(uniform(i, j) * static_cast<double>(n));
    }

   private:
    Draws draws_;
    Purpose purpose_;
};

// Fisher and Yates; `which` tells one permutation from another.
std::vector<std::size_t> permutation(std::size_t n, std::size_t which, const DesignDraws& draws) {
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = n; i > 1; --i) std::swap(order[i - 1], order[draws.below(i, i, which)]);
    return order;
}

// Points of a Sobol' sequence in (0, 1), from its zero on, which the library leaves out.
class ShiftedSobol {
   public:
    ShiftedSobol(std::size_t dimensions, std::uint64_t seed)
        : engine_(dimensions), shifts_(dimensions) {
        const DesignDraws draws(seed, "design/sobol");
        for (std::size_t d = 0; d < dimensions; ++d) {
            const Words w = draws.words(d, 0);
            shifts_[d] = (std::uint64_t{w.w0} << 32) | w.w1;
        }
    }

    std::vector<double> next() {
        std::vector<double> places(shifts_.size());
        for (std::size_t d = 0; d < places.size(); ++d) {
            const std::uint64_t digits = (is_first_ ? 0 : engine_()) ^ shifts_[d];
            places[d] = unit_uniform(static_cast<std::uint32_t>(digits >> 32),
                                     static_cast<std::uint32_t>(digits));
        }
        is_first_ = false;
        return places;
    }

   private:
    boost::random::sobol engine_;
    std::vector<std::uint64_t> shifts_;
    bool is_first_ = true;
};

}  // namespace

Design grid_design(std::span<const std::size_t> levels) {
    Design design(levels.size());
    std::vector<std::size_t> at(levels.size(), 0);
    std::vector<double> places(levels.size());
    const std::size_t points =
        std::accumulate(levels.begin(), levels.end(), std::size_t{1}, std::multiplies<>());
    for (std::size_t p = 0; p < points; ++p) {
        for (std::size_t j = 0; j < at.size(); ++j) places[j] = level_place(at[j], levels[j]);
        design.add(places);
        for (std::size_t j = at.size(); j > 0 && ++at[j - 1] == levels[j - 1]; --j) at[j - 1] = 0;
    }
    return design;
}

Design one_at_a_time_design(std::span<const std::size_t> levels) {
    Design design(levels.size());
    std::vector<double> places(levels.size(), Design::unset);
    design.add(places);
    for (std::size_t j = 0; j < levels.size(); ++j) {
        for (std::size_t level = 0; level < levels[j]; ++level) {
            places[j] = level_place(level, levels[j]);
            design.add(places);
        }
        places[j] = Design::unset;
    }
    return design;
}

Design latin_hypercube_design(std::size_t points, std::size_t factors, std::uint64_t seed) {
    const DesignDraws strata(seed, "design/latin_hypercube/strata");
    const DesignDraws inside(seed, "design/latin_hypercube/inside");
    std::vector<std::vector<std::size_t>> orders;
    for (std::size_t j = 0; j < factors; ++j) orders.push_back(permutation(points, j, strata));
    Design design(factors);
    std::vector<double> places(factors);
    for (std::size_t p = 0; p < points; ++p) {
        for (std::size_t j = 0; j < factors; ++j)
            places[j] = (static_cast<double>(orders[j][p]) + inside.uniform(p, j)) /
                        static_cast<double>(points);
        design.add(places);
    }
    return design;
}

Design sobol_design(std::size_t points, std::size_t factors, std::uint64_t seed) {
    Design design(factors);
    ShiftedSobol sequence(factors, seed);
    for (std::size_t p = 0; p < points; ++p) design.add(sequence.next());
    return design;
}

Design saltelli_design(std::size_t rows, std::size_t factors, std::uint64_t seed) {
    Design design(factors);
    ShiftedSobol sequence(2 * factors, seed);
    for (std::size_t r = 0; r < rows; ++r) {
        const std::vector<double> both = sequence.next();
        const std::span<const double> a(both.data(), factors);
        const std::span<const double> b(both.data() + factors, factors);
        design.add(a);
        design.add(b);
        std::vector<double> mixed(a.begin(), a.end());
        for (std::size_t i = 0; i < factors; ++i) {
            mixed[i] = b[i];
            design.add(mixed);
            mixed[i] = a[i];
        }
    }
    return design;
}

// A trajectory is drawn as it is built: where each factor starts, which way it goes, and when.
Design morris_design(std::size_t trajectories, std::span<const std::size_t> levels,
                     std::uint64_t seed) {
    const std::size_t factors = levels.size();
    const DesignDraws starts(seed, "design/morris/start");
    const DesignDraws ways(seed, "design/morris/way");
    const DesignDraws orders(seed, "design/morris/order");
    const auto place = [&](std::size_t level, std::size_t j) {
        return static_cast<double>(level) / static_cast<double>(levels[j] - 1);
    };
    Design design(factors);
    for (std::size_t t = 0; t < trajectories; ++t) {
        std::vector<double> places(factors);
        std::vector<double> ends(factors);
        for (std::size_t j = 0; j < factors; ++j) {
            EXPECTS(levels[j] >= 2);
            const std::size_t step = levels[j] / 2;
            const std::size_t low = starts.below(levels[j] - step, j, t);
            places[j] = place(low, j);
            ends[j] = place(low + step, j);
            if (ways.below(2, j, t) == 1) std::swap(places[j], ends[j]);
        }
        design.add(places);
        for (const std::size_t j : permutation(factors, t, orders)) {
            places[j] = ends[j];
            design.add(places);
        }
    }
    return design;
}

}  // namespace zhaimao
