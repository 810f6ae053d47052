// Rows of a table by the names of its columns.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ensemble/summary.h"
#include "engine/io/table.h"

namespace zhaimao {

using TableRow = std::span<const Cell>;

class TableView {
   public:
    explicit TableView(const Table& table);

    [[nodiscard]] const std::vector<TableRow>& rows() const { return rows_; }
    // Each throws InputError where the table has no such column, or one of another type. No value
    // is an empty text, zero, or undefined.
    [[nodiscard]] const std::string& text(TableRow row, std::string_view column) const;
    [[nodiscard]] std::int64_t whole(TableRow row, std::string_view column) const;
    [[nodiscard]] double real(TableRow row, std::string_view column) const;
    // The columns that `*` stands for.
    [[nodiscard]] Summary summary(TableRow row) const;

   private:
    [[nodiscard]] std::size_t column(std::string_view name, CellType type) const;

    const Table& table_;
    std::vector<TableRow> rows_;
};

// Nothing where none has the name.
[[nodiscard]] const Table* find_table(const std::vector<Table>& tables, std::string_view name);

}  // namespace zhaimao
