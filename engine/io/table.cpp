#include "engine/io/table.h"

#include <array>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace zhaimao {

namespace {

constexpr std::array<std::string_view, 3> type_words{"text", "whole", "real"};

bool fits(const Cell& cell, CellType type) {
    switch (type) {
        case CellType::text:
            return std::holds_alternative<std::string>(cell);
        case CellType::whole:
            return std::holds_alternative<std::int64_t>(cell);
        case CellType::real:
            return std::holds_alternative<double>(cell);
    }
    return false;
}

}  // namespace

std::string_view word_of(CellType type) {
    return type_words[static_cast<std::size_t>(type)];
}

std::optional<CellType> cell_type(std::string_view word) {
    for (std::size_t i = 0; i < type_words.size(); ++i)
        if (type_words[i] == word) return static_cast<CellType>(i);
    return std::nullopt;
}

Table::Table(std::string name, std::vector<Column> columns)
    : name_(std::move(name)), columns_(std::move(columns)) {
    if (columns_.empty()) throw std::logic_error("table " + name_ + " has no columns");
}

void Table::add_row(std::vector<Cell> cells) {
    if (cells.size() != columns_.size()) {
        throw std::logic_error("table " + name_ + ": a row of the wrong length");
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (const double* real = std::get_if<double>(&cells[i]); real && !std::isfinite(*real)) {
            cells[i] = std::monostate{};
        }
        if (!std::holds_alternative<std::monostate>(cells[i]) &&
            !fits(cells[i], columns_[i].type)) {
            throw std::logic_error("table " + name_ + ": wrong type in column " + columns_[i].name);
        }
        cells_.push_back(std::move(cells[i]));
    }
}

std::span<const Cell> Table::row(std::size_t index) const {
    return std::span(cells_).subspan(index * columns_.size(), columns_.size());
}

std::size_t Table::column(std::string_view name) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (columns_[i].name == name) return i;
    }
    throw std::out_of_range("table " + name_ + " has no column " + std::string(name));
}

}  // namespace zhaimao
