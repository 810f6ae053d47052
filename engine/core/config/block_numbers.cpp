#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/config/block.h"
#include "engine/core/config/distribution.h"
#include "engine/core/config/number.h"
#include "engine/core/config/outline.h"
#include "engine/core/config/reading.h"
#include "engine/core/config/year_map.h"

namespace zhaimao {
namespace {

std::string expectation(const Key& key) {
    return std::string(key.meaning) + "; expected " + key.dimension.text();
}

// "2016, 2018..2020", of the years that nothing covers.
std::string missing_years(const std::vector<bool>& covered, int first) {
    std::string list;
    for (std::size_t i = 0; i < covered.size(); ++i) {
        if (covered[i]) continue;
        std::size_t end = i;
        while (end + 1 < covered.size() && !covered[end + 1]) ++end;
        const YearSpan span{first + static_cast<int>(i), first + static_cast<int>(end)};
        list += (list.empty() ? "" : ", ") + span.text();
        i = end;
    }
    return list;
}

}  // namespace

std::optional<double> Block::number_at(const Node& node, const Key& key, std::string element) {
    const std::array dimensions{key.dimension};
    const auto number =
        read_number(node, key, dimensions, path_to(key.name, std::move(element)), *reading_);
    return number ? std::optional(number->value) : std::nullopt;
}

double Block::number(const Key& key) {
    declare(key, {.required = true});
    const Node* node = has(key.name) ? look_up(key.name) : require(key.name, expectation(key));
    return (node == nullptr ? std::nullopt : number_at(*node, key)).value_or(harmless(key.range));
}

double Block::number(const Key& key, double if_absent) {
    declare(key, {.if_absent = if_absent});
    return maybe_number(key).value_or(if_absent);
}

std::optional<double> Block::maybe_number(const Key& key) {
    declare(key, {});
    const Node* node = look_up(key.name);
    return node == nullptr ? std::nullopt
                           : std::optional(number_at(*node, key).value_or(harmless(key.range)));
}

std::int64_t Block::whole_at(const Node& node, const Key& key) {
    constexpr double largest = 9007199254740992.0;  // 2^53: beyond, doubles skip whole numbers
    const auto found = number_at(node, key);
    if (!found) return static_cast<std::int64_t>(std::ceil(harmless(key.range)));
    const double whole = std::round(*found);
    const bool drawn = node.is_map();
    if (std::abs(whole) > largest || (whole != *found && !drawn)) {
        wrong(key.name, short_text(node) + " is not a whole number");
        return static_cast<std::int64_t>(std::ceil(harmless(key.range)));
    }
    return static_cast<std::int64_t>(whole);
}

std::int64_t Block::whole(const Key& key) {
    declare(key, {.required = true, .whole = true});
    const Node* node = require(key.name, expectation(key));
    return node == nullptr ? static_cast<std::int64_t>(std::ceil(harmless(key.range)))
                           : whole_at(*node, key);
}

std::optional<std::int64_t> Block::maybe_whole(const Key& key) {
    declare(key, {.whole = true});
    const Node* node = look_up(key.name);
    return node == nullptr ? std::nullopt : std::optional(whole_at(*node, key));
}
std::int64_t Block::whole(const Key& key, std::int64_t if_absent) {
    declare(key, {.whole = true, .if_absent = static_cast<double>(if_absent)});
    const Node* node = look_up(key.name);
    return node == nullptr ? if_absent : whole_at(*node, key);
}

std::vector<double> Block::numbers_at(const Node& node, const Key& key) {
    if (!node.is_list()) return {number_at(node, key).value_or(harmless(key.range))};
    std::vector<double> list;
    for (std::size_t i = 0; i < node.items.size(); ++i)
        list.push_back(
            number_at(node.items[i], key, std::to_string(i + 1)).value_or(harmless(key.range)));
    if (list.empty()) {
        wrong(key.name, "is an empty list");
        list.push_back(harmless(key.range));
    }
    return list;
}

std::vector<double> Block::numbers(const Key& key) {
    declare(key, {.required = true, .list = true});
    const Node* node = require(key.name, "a list; " + expectation(key));
    return node == nullptr ? std::vector{harmless(key.range)} : numbers_at(*node, key);
}

std::optional<std::vector<double>> Block::maybe_numbers(const Key& key) {
    declare(key, {.list = true});
    const Node* node = look_up(key.name);
    return node == nullptr ? std::nullopt : std::optional(numbers_at(*node, key));
}

Block::Counted Block::by_year_at(const Node& node, const Key& key,
                                 std::span<const Dimension> options, int first, int last) {
    const std::size_t years = static_cast<std::size_t>(std::max(last - first, 0)) + 1;
    Counted counted{options.front(), std::vector<double>(years, harmless(key.range))};
    const auto read = [&](const Node& at, int year, std::string element = {}) {
        return read_number(at, key, options, path_to(key.name, std::move(element)), *reading_,
                           year);
    };
    if (!node.is_map() || !is_year_map(node)) {
        const auto number = read(node, first);
        if (number) counted = {number->dimension, std::vector<double>(years, number->value)};
        for (int year = first; number && number->price_year != 0 && year <= last; ++year)
            if (const auto then = read(node, year))
                counted.values[static_cast<std::size_t>(year - first)] = then->value;
        return counted;
    }
    std::vector<bool> covered(years, false);
    const auto entries = read_year_map(node, path_to(key.name), reading_->diagnostics());
    for (const YearEntry& e : entries) {
        const int from = std::max(e.span.first, first), to = std::min(e.span.last, last);
        if (from > to) continue;
        const auto number = read(e.entry->node, from, e.entry->key);
        for (int year = from; year <= to; ++year) {
            covered[static_cast<std::size_t>(year - first)] = true;
            const bool same = !number || number->price_year == 0 || year == from;
            const auto then = same ? number : read(e.entry->node, year, e.entry->key);
            if (then) counted.values[static_cast<std::size_t>(year - first)] = then->value;
        }
        if (!number) continue;
        counted.dimension = number->dimension;  // the first one found binds the others
        options = options.subspan(
            static_cast<std::size_t>(std::find(options.begin(), options.end(), number->dimension) -
                                     options.begin()),
            1);
    }
    const std::string missing = missing_years(covered, first);
    const bool keys_are_right = entries.size() == node.entries.size();
    if (!missing.empty() && keys_are_right && reading_->knows_years())
        wrong(key.name, "has no value for " + missing + " (each year " +
                            YearSpan{first, last}.text() + " needs one)");
    return counted;
}

std::vector<double> Block::by_year(const Key& key, int first, int last) {
    declare(key, {.required = true, .by_year = true});
    const Node* node = require(key.name, "by year; " + expectation(key));
    const std::array options{key.dimension};
    if (node == nullptr)
        return std::vector<double>(static_cast<std::size_t>(std::max(last - first, 0)) + 1,
                                   harmless(key.range));
    return by_year_at(*node, key, options, first, last).values;
}

std::optional<std::vector<double>> Block::maybe_by_year(const Key& key, int first, int last) {
    declare(key, {.by_year = true});
    const Node* node = look_up(key.name);
    const std::array options{key.dimension};
    return node == nullptr ? std::nullopt
                           : std::optional(by_year_at(*node, key, options, first, last).values);
}

std::optional<Block::Counted> Block::maybe_by_year_in(const Key& key,
                                                      std::span<const Dimension> options, int first,
                                                      int last) {
    declare(key, {.by_year = true}, options);
    const Node* node = look_up(key.name);
    return node == nullptr ? std::nullopt
                           : std::optional(by_year_at(*node, key, options, first, last));
}

// Every entry is checked here; it must be known in time only where it is used.
void Block::use_prices(const Key& key, int year) {
    declare(key, {.by_year = true});
    const Node* node = look_up(key.name);
    if (node == nullptr) return;
    if (!is_year_map(*node))
        return error(key.name, short_text(*node) + " is not by year. Write {2010: 100, 2011: ...}");
    for (const YearEntry& e : read_year_map(*node, path_to(key.name), reading_->diagnostics())) {
        const Node& value = e.entry->node;
        if (is_distribution(value)) continue;  // checked where it is drawn
        std::string problem;
        const auto number = plain_number(value, std::array{key.dimension}, problem);
        if (number) problem = range_problem(number->value, value, key);
        if (!problem.empty())
            reading_->diagnostics().error(value.place, path_to(key.name, e.entry->key).text(),
                                          problem);
    }
    reading_->prices().set(*node, key, year);
}

std::optional<Block::Counted> Block::maybe_number_in(const Key& key,
                                                     std::span<const Dimension> options) {
    declare(key, {}, options);
    const Node* node = look_up(key.name);
    if (node == nullptr) return std::nullopt;
    const auto number = read_number(*node, key, options, path_to(key.name), *reading_);
    return number ? Counted{number->dimension, {number->value}}
                  : Counted{options.front(), {harmless(key.range)}};
}

void Block::declare(const Key& key, Written written, std::span<const Dimension> options) const {
    OutlineRecorder* recorder = reading_->options().recorder;
    if (recorder == nullptr) return;
    Declaration d;
    d.form = Form::number;
    d.written = written;
    d.range = key.range;
    d.dimensions.assign(options.begin(), options.end());
    if (options.empty()) d.dimensions = {key.dimension};
    d.timely = key.timely;
    d.meaning = key.meaning;
    recorder->declare(path(), key.name, d);
}

}  // namespace zhaimao
