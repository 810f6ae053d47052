#include "engine/core/config/number.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/core/config/distribution.h"
#include "engine/core/config/unit_hint.h"
#include "engine/core/config/year_map.h"
#include "engine/core/random/path_uniform.h"

namespace zhaimao {
namespace {

std::string plain(double value) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return std::string(buffer, end);
}

// As a user would write it: rates in per cent.
std::string shown(double value, const Dimension& dimension) {
    constexpr double per_cent = 100.0, digits_kept = 1e8;  // 100 * 0.07 is not quite 7
    if (dimension != unit::per_year) return plain(value);
    return plain(std::round(value * per_cent * digits_kept) / digits_kept);
}

std::string in_unit(double value, const Dimension& dimension) {
    if (dimension == unit::per_year) return shown(value, dimension) + " %/year";
    return plain(value) + (dimension == unit::number ? "" : " " + dimension.text());
}

std::string expected(std::span<const Dimension> dimensions) {
    std::string text;
    for (const Dimension& d : dimensions)
        text +=
            (text.empty() ? "" : " or ") + d.text() + (d == unit::per_year ? " such as 7 %" : "");
    return "expected " + text;
}

std::string not_plain(const Node& node) {
    if (node.is_list()) return "a list stands here (one number is expected)";
    if (is_year_map(node)) return "values by year stand here (one number is expected)";
    if (node.is_map()) return short_text(node) + " is not a number" + distribution_hint(node);
    if (node.is_empty()) return "has no value";
    if (node.quoted)
        return "'" + node.text +
               "' is in quotes, and so a text (a number is expected). Remove the quotes";
    return "";
}

// The model's only step is the year, so that a plain share is a rate a year.
bool is_of(const Quantity& q, const Dimension& dimension) {
    if (q.dimension == unit::number)
        return dimension == unit::number || dimension == unit::per_year;
    return q.dimension == dimension && !q.bare;
}

bool is_money(const Dimension& dimension) {
    return dimension.exponents[static_cast<std::size_t>(Base::money)] != 0;
}

bool is_share(const Key& key) {
    return key.range.low == 0.0 && key.range.high == 1.0 &&
           (key.dimension == unit::number || key.dimension == unit::per_year);
}

bool is_known_too_late(const Node& node, const Key& key, const PathTo& path, Reading& reading) {
    const std::string& as_of = reading.options().as_of;
    if (!key.timely || as_of.empty()) return false;
    if (!node.known_on.empty() && node.known_on.text() <= as_of) return false;
    if (node.known_on.empty() && node.source == assumption_source)
        return false;  // somebody's guess, not news
    reading.diagnostics().error(
        node.place, path.text(),
        node.known_on.empty()
            ? "does not say when it was known (as_of is " + as_of + "). Add known_on"
            : "was known on " + node.known_on.text() + ", after as_of (" + as_of +
                  "). Use what was known by then, or remove as_of");
    return true;
}

void record(const Node& node, const Dimension& dimension, const PathTo& path, Ledger& ledger) {
    ledger.add({path.text(), short_text(node), dimension.text(), node.source, node.known_on,
                node.is_map(), node.place});
}

std::optional<double> price_factor(int price_year, std::optional<int> year, const Node& node,
                                   const PathTo& path, Reading& reading) {
    if (price_year == 0) return 1.0;
    return reading.prices().factor(price_year, year, node, path, reading);
}

Range divided(Range range, double factor) {
    range.low /= factor;
    range.high /= factor;
    return range;
}

// Nothing where the mean is asked for.
std::optional<double> uniform_of(const std::string& keyed_by, const ReadingOptions& options) {
    if (options.given != nullptr)
        if (const auto given = options.given->find(keyed_by); given != options.given->end())
            return given->second;
    if (!options.draws) return std::nullopt;
    return path_uniform(options.draws->seed(), options.draws->replicate(Chance::parameters),
                        keyed_by);
}

std::optional<Number> drawn_number(const Node& node, const Key& key,
                                   std::span<const Dimension> dimensions, const PathTo& path,
                                   Reading& reading, std::optional<int> year) {
    std::string problem;
    const auto distribution = Distribution::read(node, dimensions, key, problem);
    if (!distribution) {
        reading.diagnostics().error(node.place, path.text(), problem);
        return std::nullopt;
    }
    const int price_year = distribution->price_year();
    const auto factor = price_factor(price_year, year, node, path, reading);
    if (!factor) return std::nullopt;
    const Range range = divided(key.range, *factor);
    constexpr double tolerated = 0.01;  // share of the distribution that may be cut off in silence
    if (const double lost = distribution->mass_outside(range); lost > tolerated)
        reading.diagnostics().warning(node.place, path.text(),
                                      plain(std::round(1000.0 * lost) / 10.0) + " % of " +
                                          short_text(node) + " is not in the range of this key (" +
                                          range_text(key) + "), and is cut off");
    const std::string keyed_by = node.drawn_as.empty() ? path.text() : node.drawn_as;
    const std::optional<double> uniform = uniform_of(keyed_by, reading.options());
    const double value =
        *factor * (uniform ? distribution->draw(*uniform, range) : distribution->mean(range));
    if (DrawnNumbers* drawn = reading.options().drawn) drawn->emplace(keyed_by, value);
    if (!std::isfinite(value)) {  // at quantile 0 or 1, which are only given, never drawn
        reading.diagnostics().error(
            node.place, path.text(),
            short_text(node) + " is infinite at quantile " + plain(uniform.value_or(0.5)));
        return std::nullopt;
    }
    return Number{value, distribution->dimension(), price_year};
}

}  // namespace

double harmless(const Range& range) {
    const bool admits_zero =
        range.low <= 0.0 && range.high >= 0.0 && !(range.low_open && range.low == 0.0);
    if (admits_zero) return 0.0;
    if (range.high < 0.0) return range.high;
    return range.low_open ? std::min(range.low + 1.0, range.high) : range.low;
}

std::string range_text(const Key& key) {
    const Range& r = key.range;
    if (std::isinf(r.low))
        return std::isinf(r.high) ? "any number" : "at most " + in_unit(r.high, key.dimension);
    const std::string low = in_unit(r.low, key.dimension);
    if (std::isinf(r.high)) return (r.low_open ? "above " : "at least ") + low;
    return (r.low_open ? "above " : "") + shown(r.low, key.dimension) + " to " +
           in_unit(r.high, key.dimension);
}

std::string range_problem(double value, const Node& node, const Key& key) {
    const bool too_low = key.range.low_open ? value <= key.range.low : value < key.range.low;
    if (!too_low && !(value > key.range.high)) return "";
    const std::string written = short_text(node);
    if (value > key.range.high) {
        // 7 for 7 %, where the key admits it.
        const bool is_rate = key.dimension == unit::number || key.dimension == unit::per_year;
        const bool forgot_sign = is_rate && key.range.high <= 1.0 && node.quantity &&
                                 node.quantity->bare && value <= 100.0 * key.range.high;
        if (!is_share(key) && forgot_sign)
            return written + " is above " + plain(key.range.high) +
                   " (the most allowed here). Did you mean '" + written + " %'?";
        if (!is_share(key))
            return written + " is above " + in_unit(key.range.high, key.dimension) +
                   " (the most allowed here)";
        const bool forgot_percent =
            node.quantity && node.quantity->bare && node.text != "100" && value <= 100.0;
        return written + " is above " + (node.text.find('%') != std::string::npos ? "100 %" : "1") +
               " (a share)" +
               (forgot_percent || node.text == "100" ? ". Did you mean '" + written + " %'?" : "");
    }
    if (key.range.low_open)
        return written + " is not above " + in_unit(key.range.low, key.dimension);
    return written + " is below " + in_unit(key.range.low, key.dimension) +
           (is_share(key) ? " (a share)" : " (the least allowed here)");
}

std::optional<Number> plain_number(const Node& node, std::span<const Dimension> dimensions,
                                   std::string& problem) {
    if (node.quantity) {
        const Quantity& q = *node.quantity;
        for (const Dimension& d : dimensions)
            if (is_of(q, d) && (q.price_year == 0 || is_money(d)))
                return Number{q.value, d, q.price_year};
        const Dimension& wanted = dimensions.front();
        if (q.price_year != 0 && !is_money(q.dimension))
            problem = "'" + node.text + "' is no money (only money has prices of a year). Write " +
                      "it without '@'";
        else if (q.bare)
            problem = node.text + " has no unit (" + expected(dimensions) + "). Write '" +
                      node.text + " " + wanted.text() + "'";
        else
            problem = "'" + node.text + "' is in " + q.dimension.text() + " (" +
                      expected(dimensions) + ")" + unit_hint(node.text, q.dimension, dimensions);
        return std::nullopt;
    }
    problem = not_plain(node);
    if (!problem.empty()) return std::nullopt;
    problem = parse_quantity(node.text).problem;
    if (problem.ends_with("is not a number")) problem += " (" + expected(dimensions) + ")";
    return std::nullopt;
}

std::optional<Number> read_number(const Node& node, const Key& key,
                                  std::span<const Dimension> dimensions, const PathTo& path,
                                  Reading& reading, std::optional<int> year) {
    if (node.doubtful || is_known_too_late(node, key, path, reading)) return std::nullopt;
    std::optional<Number> number;
    std::string problem;
    if (is_distribution(node)) {
        number = drawn_number(node, key, dimensions, path, reading, year);
        if (!number) return std::nullopt;
    } else {
        number = plain_number(node, dimensions, problem);
        if (number) {
            const auto factor = price_factor(number->price_year, year, node, path, reading);
            if (!factor) return std::nullopt;
            number->value *= *factor;
            problem = range_problem(number->value, node, key);
        }
    }
    if (!problem.empty()) {
        reading.diagnostics().error(node.place, path.text(), problem);
        return std::nullopt;
    }
    if (key.is_input && reading.options().ledger != nullptr)
        record(node, number->dimension, path, *reading.options().ledger);
    return number;
}

}  // namespace zhaimao
