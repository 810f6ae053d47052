#include "engine/report/table_view.h"

#include "engine/core/diagnostics.h"

namespace zhaimao {

TableView::TableView(const Table& table) : table_(table) {
    rows_.reserve(table.rows());
    for (std::size_t r = 0; r < table.rows(); ++r) rows_.push_back(table.row(r));
}

std::size_t TableView::column(std::string_view name, CellType type) const {
    for (std::size_t i = 0; i < table_.columns().size(); ++i)
        if (table_.columns()[i].name == name && table_.columns()[i].type == type) return i;
    throw InputError("table " + table_.name() + ": has no column '" + std::string(name) +
                     "' of type " + std::string(word_of(type)) +
                     " (it is of another version of the program). Run it again");
}

const std::string& TableView::text(TableRow row, std::string_view name) const {
    static const std::string none;
    const auto* text = std::get_if<std::string>(&row[column(name, CellType::text)]);
    return text == nullptr ? none : *text;
}

std::int64_t TableView::whole(TableRow row, std::string_view name) const {
    const auto* number = std::get_if<std::int64_t>(&row[column(name, CellType::whole)]);
    return number == nullptr ? 0 : *number;
}

double TableView::real(TableRow row, std::string_view name) const {
    const auto* number = std::get_if<double>(&row[column(name, CellType::real)]);
    return number == nullptr ? Summary::undefined : *number;
}

Summary TableView::summary(TableRow row) const {
    Summary s;
    s.mean = real(row, "mean");
    s.sd = real(row, "sd");
    s.q05 = real(row, "q05");
    s.q25 = real(row, "q25");
    s.q50 = real(row, "q50");
    s.q75 = real(row, "q75");
    s.q95 = real(row, "q95");
    s.mcse = real(row, "mcse");
    s.n = whole(row, "n");
    return s;
}

const Table* find_table(const std::vector<Table>& tables, std::string_view name) {
    for (const Table& table : tables)
        if (table.name() == name) return &table;
    return nullptr;
}

}  // namespace zhaimao
