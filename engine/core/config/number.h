// One number of the tree: its unit checked against the key's dimension, its size against the key's
// range, a distribution drawn or replaced by its mean. Mistakes go to the Reading's Diagnostics.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "engine/core/config/block.h"
#include "engine/core/config/path.h"
#include "engine/core/config/reading.h"

namespace zhaimao {

struct Number {
    double value = 0.0;
    Dimension dimension;
    int price_year = 0;  // "@2010", not restated yet; 0: prices of its own year
};

// nullopt: mistaken, and reported. The number has one of `dimensions`. Money "@2010" is restated to
// the prices of `year`, or without one to those that the Reading sets for values not by year; then
// its price_year still says 2010.
[[nodiscard]] std::optional<Number> read_number(const Node& node, const Key& key,
                                                std::span<const Dimension> dimensions,
                                                const PathTo& path, Reading& reading,
                                                std::optional<int> year = std::nullopt);

// A scalar that is a quantity of one of `dimensions`; otherwise fills `problem`.
[[nodiscard]] std::optional<Number> plain_number(const Node& node,
                                                 std::span<const Dimension> dimensions,
                                                 std::string& problem);

// Why a value is not in the range, with a hint; empty where it is.
[[nodiscard]] std::string range_problem(double value, const Node& node, const Key& key);

// "0 to 1", "above 0 people", "at least 1": what a key admits.
[[nodiscard]] std::string range_text(const Key& key);

// A value that the key's range admits, to read on with after a mistake.
[[nodiscard]] double harmless(const Range& range);

}  // namespace zhaimao
