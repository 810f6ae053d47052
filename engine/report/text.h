// Text for terminals: widths of Chinese and Latin characters, numbers rounded to what their error
// supports, grids.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhaimao {

// Columns that UTF-8 text takes on a terminal: two for East Asian wide and full-width characters
// (Unicode annex 11), none for combining marks, else one.
[[nodiscard]] std::size_t display_width(std::string_view text);

[[nodiscard]] std::string with_thousands(std::int64_t value);  // 1,003,211

// The largest power of ten that is at most twice the standard error, and at least 1: digits below
// it are noise.
[[nodiscard]] double rounding_step(double standard_error);

// A number of people, rounded to rounding_step; "-" where it is not a number.
[[nodiscard]] std::string people_text(double people, double standard_error);

// The same with two significant digits, where nothing says how far it may be trusted: ~4,300.
[[nodiscard]] std::string about_text(double people);

// The same below zero, rounded like above it, and with a sign on both sides: -20, 0, +20.
[[nodiscard]] std::string people_less_text(double people, double standard_error);
[[nodiscard]] std::string signed_people_text(double people, double standard_error);

// A number with its sign and fixed decimals; what rounds to zero has none: +0.5, 0.0.
[[nodiscard]] std::string signed_text(double value, int decimals);

// A share in per cent with fixed decimals, without the sign; "-" where it is not a number.
[[nodiscard]] std::string percent_text(double share, int decimals);

// The same in whole per cent for a probability: 0 and 100 are kept for never and always.
[[nodiscard]] std::string probability_text(double probability);

// Lines of at most `columns`, broken at spaces and beside wide characters, but not before closing
// punctuation. A longer word stands alone.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t columns);

enum class Align : std::uint8_t { left, right };

// Rows of cells under each other, two spaces between columns; no spaces at line ends.
class TextGrid {
   public:
    explicit TextGrid(std::vector<Align> columns) : columns_(std::move(columns)) {}

    void add_row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    [[nodiscard]] std::string text() const;

   private:
    std::vector<Align> columns_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace zhaimao
