// A table of results: named, typed columns and rows; what every writer (CSV, later SQLite, XLSX,
// HTML) is given.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace zhaimao {

enum class CellType : std::uint8_t { text, whole, real };
[[nodiscard]] std::string_view word_of(CellType type);  // "text", "whole", "real"
[[nodiscard]] std::optional<CellType> cell_type(std::string_view word);

struct Column {
    std::string name;
    CellType type = CellType::text;
};

// monostate: no value (a real that is not a number is stored as no value).
using Cell = std::variant<std::monostate, std::string, std::int64_t, double>;

class Table {
   public:
    Table(std::string name, std::vector<Column> columns);

    // One cell per column, of the column's type or without value; std::logic_error otherwise.
    void add_row(std::vector<Cell> cells);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::vector<Column>& columns() const { return columns_; }
    [[nodiscard]] std::size_t rows() const { return cells_.size() / columns_.size(); }
    [[nodiscard]] std::span<const Cell> row(std::size_t index) const;
    [[nodiscard]] std::size_t column(std::string_view name) const;  // std::out_of_range if unknown

   private:
    std::string name_;
    std::vector<Column> columns_;
    std::vector<Cell> cells_;  // row by row
};

}  // namespace zhaimao
