// A rectangular table of survey data, one row a household: named columns of numbers or of texts.
//
// Read from CSV, whose first line names the columns, or from Stata's .dta. Only the columns asked
// for are kept, each distinct text once, so memory is a few bytes a cell. A CSV column is one of
// numbers where each cell that is not empty is a plain decimal number of at most 15 digits, which a
// double holds exactly (an identity of 18 digits stays text). An empty cell, and every missing
// value of Stata, is missing.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/diagnostics.h"

namespace zhaimao {

inline constexpr std::size_t largest_microdata_file = std::size_t{512} << 20;  // bytes
inline constexpr std::size_t most_microdata_rows = 20'000'000;
inline constexpr std::size_t most_microdata_columns = 32'767;  // of Stata/SE

struct MicrodataColumn {
    std::string name;
    std::vector<double> numbers;           // [row], NaN: missing; empty in a column of texts
    std::vector<std::uint32_t> texts;      // [row], index into words; empty in a column of numbers
    std::vector<std::string> words;        // distinct texts; the first is the empty one, missing
    std::map<double, std::string> labels;  // of a column of numbers: Stata's value labels

    [[nodiscard]] bool is_text() const { return !words.empty(); }
    [[nodiscard]] bool is_missing(std::size_t row) const;
    [[nodiscard]] std::string text(std::size_t row) const;  // "12.5", "Daning", "1 (yes)"
};

struct MicrodataTable {
    std::shared_ptr<const std::string> file;  // as named in messages
    std::size_t rows = 0;
    std::vector<std::string> names;        // of all columns of the file
    std::vector<MicrodataColumn> columns;  // those asked for that exist
    std::vector<std::uint32_t> lines;      // [row], in the file; empty where a file has no lines

    [[nodiscard]] const MicrodataColumn* find(std::string_view name) const;
    // "households.csv:18:1: row 17, column size: ..."; rows count from 1, below the names.
    void report(std::size_t row, std::string_view column, std::string message,
                Diagnostics& diagnostics) const;
};

// The bytes of a file, by its ending: .csv or .dta. nullopt: reported.
[[nodiscard]] std::optional<MicrodataTable> read_microdata_table(
    std::string_view bytes, const std::string& name, std::span<const std::string> wanted,
    Diagnostics& diagnostics);

// The whole file; reported at `asked_at` where it cannot be read or is too large.
[[nodiscard]] std::optional<std::string> read_microdata_bytes(const std::string& name,
                                                              const Place& asked_at,
                                                              Diagnostics& diagnostics);

// The distinct texts of a column while it is read.
class WordColumn {
   public:
    void add(std::string_view text);
    // As a column of numbers where all of them are.
    [[nodiscard]] MicrodataColumn finish(std::string name) &&;
    [[nodiscard]] std::size_t rows() const { return texts_.size(); }

   private:
    std::map<std::string, std::uint32_t, std::less<>> index_{{"", 0}};
    std::vector<std::uint32_t> texts_;
};

// A plain decimal number of at most 15 digits ("-12.5", "1e3", no unit, no thousands separator).
[[nodiscard]] std::optional<double> plain_number(std::string_view text);

}  // namespace zhaimao
