// Distributions where a number may stand. Parameters carry the key's unit; sd and log sd above 0.
//
//   {normal: [mean, sd]}              F(x) = Phi((x - mean) / sd)
//   {lognormal: [median, log sd]}     ln x is normal about ln(median); the log sd has no unit
//   {uniform: [a, b]}                 a < b
//   {triangular: [low, mode, high]}   low < high
//   {beta: [low, high, a, b]}         density (x - low)^(a - 1) (high - x)^(b - 1); a and b have no
//                                     unit
//   {choice: [a, b, c, ...]}          each as likely as the others
//
// A distribution is cut to the key's range [l, h] and drawn by inverse CDF from one uniform u:
//
//   x = F^-1( F(l) + u (F(h) - F(l)) )
//
// so that a draw moves smoothly with the parameters. Without draws the mean of what is left stands.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/config/block.h"

namespace zhaimao {

// A map whose first key is the name of a distribution with its list of parameters. Ids may be such
// names too: {beta: {label: ...}} and {beta: 2, gamma: 3} are none.
[[nodiscard]] bool is_distribution(const Node& node);

// How many of a distribution's parameters, from the first on, carry the key's unit; the others are
// plain numbers.
[[nodiscard]] std::size_t parameters_with_unit(std::string_view shape);

// The closed list of distributions, for documentation.
struct DistributionForm {
    std::string_view name;
    std::string_view parameters;  // "[mean, sd]"
    std::size_t count = 0;        // of parameters; 0: one or more
    std::size_t with_unit = 0;    // how many of them, the first ones, carry the key's unit
};
[[nodiscard]] std::vector<DistributionForm> distribution_forms();

// "unknown distribution 'norml'; did you mean ...": for a map with one key, which is a word, and
// something written for its parameters. Empty: it does not look like a distribution misspelt.
[[nodiscard]] std::string unknown_distribution(const Node& node);

// What to write, for a map that is none: names the closest distribution or all of them.
[[nodiscard]] std::string distribution_hint(const Node& node);

class Distribution {
   public:
    enum class Shape { normal, lognormal, uniform, triangular, beta, choice };

    // nullopt and `problem`: parameters missing, of the wrong unit, or impossible; or (almost)
    // nothing of it lies within the key's range. The first parameter decides among several
    // dimensions.
    static std::optional<Distribution> read(const Node& node, std::span<const Dimension> dimensions,
                                            const Key& key, std::string& problem);

    [[nodiscard]] const Dimension& dimension() const { return dimension_; }
    [[nodiscard]] int price_year() const { return price_year_; }  // of all its money; 0: none
    [[nodiscard]] double mass_outside(const Range& range) const;  // probability that is cut off
    [[nodiscard]] double mean(const Range& range) const;          // of what is left
    [[nodiscard]] double draw(double uniform, const Range& range) const;  // uniform in (0, 1)

   private:
    [[nodiscard]] double cdf(double x) const;
    [[nodiscard]] double quantile(double p) const;
    [[nodiscard]] double partial_mean(double x) const;  // integral of t f(t) to x; not for choice
    [[nodiscard]] std::string impossible() const;       // what is wrong with the parameters

    Shape shape_ = Shape::normal;
    std::vector<double> parameters_;
    Dimension dimension_;
    int price_year_ = 0;
};

}  // namespace zhaimao
