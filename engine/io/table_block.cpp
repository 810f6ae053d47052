#include "engine/io/table_block.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "engine/core/config/entry_index.h"
#include "engine/core/config/path.h"
#include "engine/core/suggest.h"
#include "engine/core/utf8.h"
#include "engine/io/table_columns.h"

namespace zhaimao {
namespace {

constexpr std::array<std::string_view, 3> table_keys{"table", "source", "known_on"};
constexpr std::array<std::string_view, 5> reserved{"table", "source", "known_on", "value", "<<"};
constexpr std::string_view short_form = ".table";  // counties.table: counties.csv

void make_map(Node& node, Place place) {
    node.kind = Node::Kind::map;
    node.place = std::move(place);
}

Node& append(Node& map, std::string key, Place place) {
    Entry& entry = map.entries.emplace_back();
    entry.key = std::move(key);
    entry.place = std::move(place);
    return entry.node;
}

bool is_empty(const CsvField& field) {
    return without_edges(field.text).empty();
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// "12", "7.5": surely a number, so that it need not be read to know that a unit may follow.
bool is_plain_number(std::string_view text) {
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    const std::string_view rest = text.substr(std::min(point + 1, text.size()));
    return !whole.empty() && (point == text.size() || !rest.empty()) &&
           std::all_of(whole.begin(), whole.end(), is_digit) &&
           std::all_of(rest.begin(), rest.end(), is_digit);
}

class RowReader {
   public:
    RowReader(const CsvFile& file, Diagnostics& diagnostics)
        : file_(&file), diagnostics_(&diagnostics), columns_(read_columns(file, diagnostics)) {}

    void append_to(Node& map) {
        map.entries.reserve(map.entries.size() + file_->rows.size());
        for (const CsvRow& row : file_->rows)
            if (is_key(row.front(), map)) add_row(map, row);
    }

   private:
    void error(const CsvField& field, std::string message) {
        diagnostics_->error(file_->place(field), "", std::move(message));
    }

    bool is_key(const CsvField& field, const Node& map) {
        const std::string_view key = without_edges(field.text);
        if (const std::string problem = key_problem(key); !problem.empty())
            return error(field, problem), false;
        const auto there = index_.find(map.entries, key);
        if (there)
            error(field, "'" + std::string(key) + "' has two rows (also at " +
                             map.entries[*there].place.text() + "). Remove one");
        return !there;
    }

    static std::string key_problem(std::string_view key) {
        const auto quoted = [&] { return "'" + std::string(key) + "'"; };
        if (key.empty()) return "the key of the row is empty. Write it in the first column";
        if (key.size() > longest_key)
            return "the key of the row is longer than " + std::to_string(longest_key) + " bytes";
        if (std::find(reserved.begin(), reserved.end(), key) != reserved.end())
            return quoted() + " is a reserved word (no key can be called so). Rename it";
        if (const auto odd = first_look_alike(key))
            return quoted() + " holds " + odd->name + ". Write " + odd->plain;
        if (key.find('.') != std::string_view::npos && split_path(key).size() > 1)
            return quoted() +
                   " is a path (the key of a row is one word). Write the path in a header";
        return "";
    }

    void add_row(Node& map, const CsvRow& row) {
        const bool long_form = columns_.values.size() == 1 && columns_.values[0].path.empty();
        if (long_form && is_empty(row[columns_.values[0].index])) return;
        const Place place = file_->place(row.front());
        Node& node = append(map, std::string(without_edges(row.front().text)), place);
        if (long_form) return fill(node, row, columns_.values[0]);
        make_map(node, place);
        node.entries.reserve(row_width_);
        for (const ValueColumn& column : columns_.values)
            if (!is_empty(row[column.index])) fill(node_at(node, column, row), row, column);
        for (const OriginColumn& column : columns_.origins)
            if (Node* below = map_of(node, column.path))
                add_cell(*below, column.key, row[column.index]);
        row_width_ = node.entries.size();
    }

    // A cell, in the long form where other columns say where it comes from.
    void fill(Node& node, const CsvRow& row, const ValueColumn& column) {
        const CsvField& field = row[column.index];
        if (!column.source && !column.known_on) return fill(node, field, column.unit);
        make_map(node, file_->place(field));
        fill(append(node, "value", node.place), field, column.unit);
        if (column.source) add_cell(node, "source", row[*column.source]);
        if (column.known_on) add_cell(node, "known_on", row[*column.known_on]);
    }

    void add_cell(Node& map, const std::string& key, const CsvField& field) {
        if (!is_empty(field)) fill(append(map, key, file_->place(field)), field, "");
    }

    void fill(Node& node, const CsvField& field, const std::string& unit) {
        const std::string_view text = without_edges(field.text);
        node.place = file_->place(field);
        const bool plain = is_plain_number(text);
        if (!plain || unit.empty()) node.set_text(std::string(text));
        if (!unit.empty() && (plain || (node.quantity && node.quantity->bare)))
            node.set_text(std::string(text) + " " + unit);
    }

    // The node that a column's value fills, with the maps on the way to it.
    Node& node_at(Node& row, const ValueColumn& column, const CsvRow& fields) {
        Node* map = &row;
        for (std::size_t i = 0; i + 1 < column.path.size(); ++i) {
            Node* next = map->find(column.path[i]);
            if (next == nullptr) {
                next = &append(*map, column.path[i], column.place);
                make_map(*next, file_->place(fields[column.index]));
                next->entries.reserve(2);  // mostly a label: en and zh
            }
            map = next;
        }
        return append(*map, column.path.back(), column.place);
    }

    static Node* map_of(Node& row, const std::vector<std::string>& path) {
        Node* map = &row;
        for (std::size_t i = 0; i < path.size() && map != nullptr; ++i) map = map->find(path[i]);
        return map;
    }

    const CsvFile* file_;
    Diagnostics* diagnostics_;
    TableColumns columns_;
    EntryIndex index_;
    std::size_t row_width_ = 0;  // entries of the row before: rows are alike, and room is dear
};

void expand_table(Node& node, const OpenTable& open, Diagnostics& diagnostics) {
    const Node file_name = *node.find("table");
    std::erase_if(node.entries, [&](const Entry& e) {
        const bool known =
            std::find(table_keys.begin(), table_keys.end(), e.key) != table_keys.end();
        if (!known)
            diagnostics.error(e.place, e.key,
                              "cannot stand beside 'table' (only source and known_on can)" +
                                  did_you_mean(e.key, table_keys));
        return !known || e.key == "table";
    });
    if (!file_name.is_scalar() || file_name.text.empty())
        return diagnostics.error(file_name.place, "table",
                                 "needs the name of a CSV file ('table' is a reserved word)");
    if (const std::optional<CsvFile> file = open(file_name))
        RowReader(*file, diagnostics).append_to(node);
}

// The dot before `table` must part a path: two dots in a row do not.
bool is_short_form(std::string_view key) {
    return key.ends_with(short_form) && key.size() > short_form.size() &&
           split_path(key).back() == "table";
}

}  // namespace

void expand_tables(Node& tree, const OpenTable& open, Diagnostics& diagnostics) {
    for (Entry& e : tree.entries) {
        if (is_short_form(e.key)) {
            Node map;
            make_map(map, e.place);
            append(map, "table", e.place) = std::move(e.node);
            e.key.resize(e.key.size() - short_form.size());
            e.node = std::move(map);
        }
        expand_tables(e.node, open, diagnostics);
    }
    if (tree.is_map() && tree.find("table") != nullptr) expand_table(tree, open, diagnostics);
}

}  // namespace zhaimao
