#include "engine/core/config/distribution.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "engine/core/config/number.h"
#include "engine/core/math/beta.h"
#include "engine/core/math/math.h"
#include "engine/core/suggest.h"

namespace zhaimao {
namespace {

constexpr std::array<std::string_view, 6> names{"normal",     "lognormal", "uniform",
                                                "triangular", "beta",      "choice"};
constexpr std::array<std::string_view, 6> forms{
    "[mean, sd]",        "[median, log sd]",  "[a, b]",
    "[low, mode, high]", "[low, high, a, b]", "[a, b, c, ...]"};
constexpr std::array<std::size_t, 6> counts{2, 2, 2, 3, 4, 0};  // 0: one or more

std::optional<std::size_t> shape_of(const Node& node) {
    if (!node.is_map() || node.entries.empty()) return std::nullopt;
    const Entry& first = node.entries.front();
    // A number alone is a distribution misspelt; beside other keys, or a map, it is one of some
    // ids.
    if (first.node.is_map() || (!first.node.is_list() && node.entries.size() > 1))
        return std::nullopt;
    const auto found = std::find(names.begin(), names.end(), first.key);
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

bool is_in_range(double value, const Range& range) {
    return value <= range.high && (range.low_open ? value > range.low : value >= range.low);
}

}  // namespace

bool is_distribution(const Node& node) {
    return shape_of(node).has_value();
}

std::size_t parameters_with_unit(std::string_view shape) {
    if (shape == "lognormal") return 1;
    return shape == "beta" ? 2 : std::string_view::npos;
}

std::vector<DistributionForm> distribution_forms() {
    std::vector<DistributionForm> list;
    for (std::size_t i = 0; i < names.size(); ++i)
        list.push_back({names[i], forms[i], counts[i], parameters_with_unit(names[i])});
    return list;
}

std::string unknown_distribution(const Node& node) {
    if (!node.is_map() || node.entries.size() != 1 || is_distribution(node)) return "";
    const Entry& only = node.entries.front();
    const bool is_word = !only.key.empty() && (only.key[0] < '0' || only.key[0] > '9');
    if (only.node.is_map() || !is_word) return "";
    return "unknown distribution '" + only.key + "'" + distribution_hint(node);
}

std::string distribution_hint(const Node& node) {
    if (!node.is_map() || node.entries.empty()) return "";
    const std::string hint = did_you_mean(node.entries.front().key, names);
    return hint.empty() ? ". A distribution is normal, lognormal, uniform, triangular, beta or "
                          "choice"
                        : hint;
}

std::optional<Distribution> Distribution::read(const Node& node,
                                               std::span<const Dimension> dimensions,
                                               const Key& key, std::string& problem) {
    const std::size_t shape = shape_of(node).value();
    const Node& list = node.entries.front().node;
    const bool right_count =
        counts[shape] == 0 ? !list.items.empty() : list.items.size() == counts[shape];
    if (node.entries.size() != 1 || !list.is_list() || !right_count) {
        problem = short_text(node) + " is not of the form {" + std::string(names[shape]) + ": " +
                  std::string(forms[shape]) + "}";
        return std::nullopt;
    }
    Distribution d;
    d.shape_ = static_cast<Shape>(shape);
    const std::size_t with_unit = parameters_with_unit(names[shape]);
    for (const Node& item : list.items) {
        const bool has_unit = d.parameters_.size() < with_unit;
        const auto number = has_unit ? plain_number(item, dimensions, problem)
                                     : plain_number(item, std::array{unit::number}, problem);
        if (!number) return std::nullopt;
        if (d.parameters_.empty()) d.price_year_ = number->price_year;
        if (has_unit && number->price_year != d.price_year_) {
            problem = short_text(node) + " mixes prices of several years. Give all the same '@'";
            return std::nullopt;
        }
        if (d.parameters_.empty())
            dimensions = dimensions.subspan(
                static_cast<std::size_t>(std::distance(
                    dimensions.begin(),
                    std::find(dimensions.begin(), dimensions.end(), number->dimension))),
                1);
        d.parameters_.push_back(number->value);
        d.dimension_ = dimensions.front();
    }
    problem = d.impossible();
    constexpr double least_left = 1e-6;  // with less in the range, the inverse has lost its digits
    if (problem.empty() && d.shape_ == Shape::choice && d.mass_outside(key.range) > 0.0)
        problem = "a value of " + short_text(node) + " is not in the range of this key (" +
                  range_text(key) + ")";
    else if (problem.empty() && 1.0 - d.mass_outside(key.range) < least_left)
        problem = short_text(node) + " is not in the range of this key (" + range_text(key) + ")";
    return problem.empty() ? std::optional(d) : std::nullopt;
}

std::string Distribution::impossible() const {
    const auto& p = parameters_;
    switch (shape_) {
        case Shape::normal:
            return p[1] > 0.0 ? "" : "the sd of a normal must be above 0";
        case Shape::lognormal:
            return p[0] > 0.0 && p[1] > 0.0 ? ""
                                            : "median and log sd of a lognormal must be above 0";
        case Shape::uniform:
            return p[0] < p[1] ? "" : "the ends of a uniform must rise";
        case Shape::triangular:
            return p[0] <= p[1] && p[1] <= p[2] && p[0] < p[2]
                       ? ""
                       : "low, mode and high of a triangular must rise";
        case Shape::beta:
            if (!(p[0] < p[1])) return "low and high of a beta must rise";
            return std::min(p[2], p[3]) > 0.0 && std::max(p[2], p[3]) <= math::largest_beta_shape
                       ? ""
                       : "a and b of a beta must be above 0 and at most " +
                             std::to_string(static_cast<int>(math::largest_beta_shape));
        case Shape::choice:
            return "";
    }
    return "";
}

double Distribution::cdf(double x) const {
    const auto& p = parameters_;
    switch (shape_) {
        case Shape::normal:
            return math::normal_cdf((x - p[0]) / p[1]);
        case Shape::lognormal:
            return x <= 0.0 ? 0.0 : math::normal_cdf((math::log(x) - math::log(p[0])) / p[1]);
        case Shape::uniform:
            return std::clamp((x - p[0]) / (p[1] - p[0]), 0.0, 1.0);
        case Shape::triangular:
            if (x <= p[0]) return 0.0;
            if (x >= p[2]) return 1.0;
            if (x < p[1]) return (x - p[0]) * (x - p[0]) / ((p[2] - p[0]) * (p[1] - p[0]));
            return 1.0 - (p[2] - x) * (p[2] - x) / ((p[2] - p[0]) * (p[2] - p[1]));
        case Shape::beta:
            return math::beta_cdf((x - p[0]) / (p[1] - p[0]), p[2], p[3]);
        case Shape::choice:
            break;
    }
    return 0.0;
}

double Distribution::quantile(double q) const {
    const auto& p = parameters_;
    switch (shape_) {
        case Shape::normal:
            return p[0] + p[1] * math::normal_quantile(q);
        case Shape::lognormal:
            return p[0] * math::exp(p[1] * math::normal_quantile(q));
        case Shape::uniform:
            return p[0] + q * (p[1] - p[0]);
        case Shape::triangular: {
            const double width = p[2] - p[0];
            if (q * width < p[1] - p[0]) return p[0] + std::sqrt(q * width * (p[1] - p[0]));
            return p[2] - std::sqrt((1.0 - q) * width * (p[2] - p[1]));
        }
        case Shape::beta:
            return p[0] + (p[1] - p[0]) * math::beta_quantile(q, p[2], p[3]);
        case Shape::choice:
            break;
    }
    return 0.0;
}

// Integrals of t f(t); of the beta on 0..1 it is a / (a + b) I_x(a + 1, b); of the triangular, with
// t = low + s: s^2 (low / 2 + s / 3) * 2 / (width * rise).
double Distribution::partial_mean(double x) const {
    const auto& p = parameters_;
    switch (shape_) {
        case Shape::normal: {
            const double z = (x - p[0]) / p[1];
            return p[0] * math::normal_cdf(z) - p[1] * math::normal_pdf(z);
        }
        case Shape::lognormal:
            if (x <= 0.0) return 0.0;
            return p[0] * math::exp(p[1] * p[1] / 2.0) *
                   math::normal_cdf((math::log(x) - math::log(p[0])) / p[1] - p[1]);
        case Shape::uniform: {
            const double end = std::clamp(x, p[0], p[1]);
            return (end - p[0]) * (end + p[0]) / (2.0 * (p[1] - p[0]));
        }
        case Shape::triangular: {
            const double width = p[2] - p[0];
            if (x <= p[0]) return 0.0;
            if (x < p[1]) {
                const double s = x - p[0];
                return s * s * (p[0] / 2.0 + s / 3.0) * 2.0 / (width * (p[1] - p[0]));
            }
            const double mean = (p[0] + p[1] + p[2]) / 3.0;
            if (x >= p[2]) return mean;
            const double s = p[2] - x;
            return mean - s * s * (p[2] / 2.0 - s / 3.0) * 2.0 / (width * (p[2] - p[1]));
        }
        case Shape::beta: {
            const double width = p[1] - p[0], z = (x - p[0]) / width;
            return p[0] * math::beta_cdf(z, p[2], p[3]) +
                   width * p[2] / (p[2] + p[3]) * math::beta_cdf(z, p[2] + 1.0, p[3]);
        }
        case Shape::choice:
            break;
    }
    return 0.0;
}

double Distribution::mass_outside(const Range& range) const {
    if (shape_ != Shape::choice) return cdf(range.low) + (1.0 - cdf(range.high));
    const auto outside = std::count_if(parameters_.begin(), parameters_.end(),
                                       [&](double v) { return !is_in_range(v, range); });
    return static_cast<double>(outside) / static_cast<double>(parameters_.size());
}

double Distribution::mean(const Range& range) const {
    if (shape_ == Shape::choice)
        return std::accumulate(parameters_.begin(), parameters_.end(), 0.0) /
               static_cast<double>(parameters_.size());
    const double left = cdf(range.high) - cdf(range.low);
    const double mean = (partial_mean(range.high) - partial_mean(range.low)) / left;
    return std::clamp(mean, range.low, range.high);
}

double Distribution::draw(double uniform, const Range& range) const {
    if (shape_ == Shape::choice) {
        const double n = static_cast<double>(parameters_.size());
        return parameters_[std::min(parameters_.size() - 1, static_cast<std::size_t>(uniform * n))];
    }
    const double below = cdf(range.low);
    const double value = quantile(below + uniform * (cdf(range.high) - below));
    const double least = range.low_open ? std::nextafter(range.low, range.high) : range.low;
    return std::clamp(value, least, range.high);
}

}  // namespace zhaimao
