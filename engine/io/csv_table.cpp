#include "engine/io/csv_table.h"

#include <charconv>

namespace zhaimao {
namespace {

template <class Number>
Number number_in(const CsvFile& file, const CsvField& field) {
    Number value{};
    const char* end = field.text.data() + field.text.size();
    const auto [stopped, error] = std::from_chars(field.text.data(), end, value);
    if (error != std::errc{} || stopped != end)
        throw InputError(file.place(field).text() + ": '" + field.text + "' is no number");
    return value;
}

Cell cell_of(const CsvFile& file, const CsvField& field, CellType type) {
    if (type == CellType::text) return field.text;
    if (field.text.empty()) return std::monostate{};
    if (type == CellType::whole) return number_in<std::int64_t>(file, field);
    return number_in<double>(file, field);
}

void refuse_other_columns(const CsvFile& file, const std::string& name,
                          const std::vector<Column>& columns) {
    bool equal = file.header.size() == columns.size();
    for (std::size_t i = 0; equal && i < columns.size(); ++i)
        equal = file.header[i].text == columns[i].name;
    if (!equal) throw InputError(name + ": has other columns than it was written with");
}

}  // namespace

Table table_from_csv(std::string text, const std::string& file, const std::string& name,
                     const std::vector<Column>& columns, const KeepRow& keep) {
    Diagnostics diagnostics;
    Table table(name, columns);
    const auto take = [&](const CsvFile& csv, const CsvRow& row) {
        refuse_other_columns(csv, file, columns);
        if (keep && !keep(row)) return;
        std::vector<Cell> cells;
        cells.reserve(row.size());
        for (std::size_t i = 0; i < row.size(); ++i)
            cells.push_back(cell_of(csv, row[i], columns[i].type));
        table.add_row(std::move(cells));
    };
    const std::optional<CsvFile> csv = read_csv_rows(std::move(text), file, diagnostics, take);
    diagnostics.throw_if_errors();
    refuse_other_columns(*csv, file, columns);
    return table;
}

}  // namespace zhaimao
