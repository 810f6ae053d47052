// CSV as RFC 4180 has it, in UTF-8 with a byte order mark, so that Excel reads Chinese.
//
// Numbers are unrounded: the shortest decimal text that reads back as the same double, without an
// exponent between 1e-5 and 1e15. No value is an empty field. Text that begins with = + - or @ is
// written as it is: the tables are data, and a mark in front would change ids; who opens them in a
// spreadsheet imports such columns as text.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/io/table.h"

namespace zhaimao {

[[nodiscard]] std::string to_csv(const Table& table);

// The same in pieces: the head, and each row.
[[nodiscard]] std::string csv_head(std::span<const std::string> columns);
[[nodiscard]] std::string csv_row(std::span<const Cell> cells);

[[nodiscard]] std::string number_text(double value);

// In double quotes where it holds a comma, a quote, a line break, or a space at an end.
[[nodiscard]] std::string csv_field(std::string_view text);

}  // namespace zhaimao
