#include "engine/analysis/study_design.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "engine/io/csv.h"

namespace zhaimao {
namespace {

bool needs_levels(DesignKind kind) {
    return kind == DesignKind::grid || kind == DesignKind::one_at_a_time;
}

// What the size of a design is called; nothing where its factors decide it.
std::optional<Key> size_key(DesignKind kind) {
    constexpr Range counted = between(1, 1e7);
    switch (kind) {
        case DesignKind::latin_hypercube:
        case DesignKind::sobol:
            return Key{"points", unit::number, counted, "points of the design"};
        case DesignKind::saltelli:
            return Key{"rows", unit::number, counted, "rows of factors + 2 points each"};
        case DesignKind::morris:
            return Key{"trajectories", unit::number, counted, "of factors + 1 points each"};
        default:
            return std::nullopt;
    }
}

void read_quantiles(StudyDesign& design, Block& block) {
    const bool is_grid = design.kind == DesignKind::grid;
    const Key key{"quantiles", unit::number, between(0, 1), "levels of a factor's distribution"};
    design.quantiles = block.maybe_numbers(key).value_or(is_grid ? std::vector{0.05, 0.5, 0.95}
                                                                 : std::vector{0.05, 0.95});
    design.place_of_ends = block.place_of("quantiles");
    if (design.quantiles.empty()) block.wrong("quantiles", "names no level. Name at least one");
    std::set<double> seen;
    for (const double q : design.quantiles)
        if (!seen.insert(q).second)
            block.wrong("quantiles", number_text(q) + " is named twice. Name each level once");
}

void read_morris(StudyDesign& design, Block& block) {
    design.steps = static_cast<std::size_t>(
        block.whole({"steps", unit::number, between(2, 100), "levels of a factor's grid"}, 4));
    if (design.steps % 2 != 0)
        block.wrong("steps", "must be even (each effect is of half the grid). Write 4, 6 or 8");
    const Key key{"ends", unit::number, between(0, 1), "quantiles at which a factor's grid ends"};
    design.place_of_ends = block.place_of("ends");
    const auto ends = block.maybe_numbers(key);
    if (!ends) return;
    if (ends->size() == 2 && (*ends)[0] < (*ends)[1])
        design.ends = {(*ends)[0], (*ends)[1]};
    else
        block.wrong("ends", "are not two quantiles that rise. Write [5 %, 95 %]");
}

}  // namespace

StudyDesign StudyDesign::read(Block& block, std::uint64_t seed) {
    StudyDesign design;
    design.kind =
        static_cast<DesignKind>(block.choice("kind", "how points are placed", design_ids));
    if (const std::optional<Key> key = size_key(design.kind))
        design.size = static_cast<std::size_t>(block.whole(*key));
    if (design.kind == DesignKind::saltelli && design.size < fewest_rows && block.is_sound("rows"))
        block.warning("rows", "fewer than " + std::to_string(fewest_rows) +
                                  " rows say nothing of shares of a variance, and have no "
                                  "intervals. Take hundreds");
    if (needs_levels(design.kind)) read_quantiles(design, block);
    if (design.kind == DesignKind::morris) read_morris(design, block);
    constexpr double largest_seed = 9007199254740992.0;  // 2^53: exact in a double
    design.bootstrap.seed = static_cast<std::uint64_t>(
        block.whole({"seed", unit::number, between(0, largest_seed),
                     "fixes the design and the intervals of its indices; the scenario's"},
                    static_cast<std::int64_t>(seed)));
    design.bootstrap.resamples =
        static_cast<std::size_t>(block.whole({"resamples", unit::number, between(100, 1e5),
                                              "by which the intervals of indices are found"},
                                             1000));
    return design;
}

std::vector<std::size_t> StudyDesign::levels(const std::vector<Factor>& factors) const {
    std::vector<std::size_t> levels;
    for (const Factor& f : factors)
        levels.push_back(f.levels.empty() ? quantiles.size() : f.levels.size());
    return levels;
}

std::vector<std::size_t> StudyDesign::grid_levels(const std::vector<Factor>& factors) const {
    std::vector<std::size_t> levels;
    for (const Factor& f : factors)
        levels.push_back(f.levels.size() > 1 ? f.levels.size() : steps);  // one changes nothing
    return levels;
}

double StudyDesign::points(const std::vector<Factor>& factors) const {
    const auto n = static_cast<double>(size), k = static_cast<double>(factors.size());
    if (kind == DesignKind::saltelli) return n * (k + 2.0);
    if (kind == DesignKind::morris) return n * (k + 1.0);
    if (!needs_levels(kind)) return n;
    double product = 1.0, sum = 1.0;
    for (const std::size_t count : levels(factors)) {
        product *= static_cast<double>(count);
        sum += static_cast<double>(count);
    }
    return kind == DesignKind::grid ? product : sum;
}

std::size_t StudyDesign::neighbours(const std::vector<Factor>& factors) const {
    constexpr std::size_t any = 8;  // where no row is marked off from the next
    if (kind == DesignKind::saltelli) return factors.size() + 2;
    if (kind == DesignKind::morris) return factors.size() + 1;
    return kind == DesignKind::grid ? levels(factors).back() : any;
}

Design StudyDesign::make(const std::vector<Factor>& factors) const {
    const std::size_t k = factors.size();
    switch (kind) {
        case DesignKind::grid:
            return grid_design(levels(factors));
        case DesignKind::one_at_a_time:
            return one_at_a_time_design(levels(factors));
        case DesignKind::latin_hypercube:
            return latin_hypercube_design(size, k, bootstrap.seed);
        case DesignKind::sobol:
            return sobol_design(size, k, bootstrap.seed);
        case DesignKind::saltelli:
            return saltelli_design(size, k, bootstrap.seed);
        case DesignKind::morris:
            return morris_design(size, grid_levels(factors), bootstrap.seed);
    }
    return Design(k);
}

std::string_view StudyDesign::ends_key() const {
    if (needs_levels(kind)) return "quantiles";
    return kind == DesignKind::morris ? "ends" : "";
}

std::vector<double> StudyDesign::outermost() const {
    std::vector<double> taken = quantiles;
    if (kind == DesignKind::morris) taken = {ends.low, ends.high};
    std::erase_if(taken, [](double q) { return q != 0.0 && q != 1.0; });
    return taken;
}

double StudyDesign::place_of(const Factor& factor, double place) const {
    if (!factor.levels.empty()) return place;
    if (needs_levels(kind)) {
        const auto n = static_cast<double>(quantiles.size());
        return quantiles[std::min(quantiles.size() - 1, static_cast<std::size_t>(place * n))];
    }
    return kind == DesignKind::morris ? ends.low + place * (ends.high - ends.low) : place;
}

}  // namespace zhaimao
