#include "engine/io/table_block.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "engine/core/config/path.h"
#include "engine/core/suggest.h"
#include "engine/core/utf8.h"
#include "engine/io/table_columns.h"

namespace zhaimao {
namespace {

constexpr std::array<std::string_view, 3> table_keys{"table", "source", "known_on"};
constexpr std::array<std::string_view, 4> reserved{"table", "source", "known_on", "value"};
constexpr std::string_view short_form = ".table";  // counties.table: counties.csv

Node map_at(Place place) {
    Node map;
    map.kind = Node::Kind::map;
    map.place = std::move(place);
    return map;
}

class RowReader {
   public:
    RowReader(const CsvFile& file, Diagnostics& diagnostics)
        : file_(&file), diagnostics_(&diagnostics), columns_(read_columns(file, diagnostics)) {}

    void append_to(Node& map) {
        keys_.reserve(file_->rows.size());
        map.entries.reserve(map.entries.size() + file_->rows.size());
        for (const CsvRow& row : file_->rows)
            if (is_key(row.front()))
                map.entries.push_back({std::string(without_edges(row.front().text)),
                                       file_->place(row.front()), node_of(row)});
        std::erase_if(map.entries, [](const Entry& e) { return e.node.is_empty(); });
    }

   private:
    void error(const CsvField& field, std::string message) {
        diagnostics_->error(file_->place(field), "", std::move(message));
    }

    bool is_key(const CsvField& field) {
        const std::string_view key = without_edges(field.text);
        if (const std::string problem = key_problem(key); !problem.empty())
            return error(field, problem), false;
        const auto [there, is_new] = keys_.try_emplace(key, &field);
        if (!is_new)
            error(field, "'" + std::string(key) + "' has two rows (also at " +
                             file_->place(*there->second).text() + "). Remove one");
        return is_new;
    }

    static std::string key_problem(std::string_view key) {
        const std::string quoted = "'" + std::string(key) + "'";
        if (key.empty()) return "the key of the row is empty. Write it in the first column";
        if (std::find(reserved.begin(), reserved.end(), key) != reserved.end())
            return quoted + " is a reserved word (no key can be called so). Rename it";
        if (const auto odd = first_look_alike(key))
            return quoted + " holds " + odd->name + ". Write " + odd->plain;
        if (key.find('.') != std::string_view::npos && split_path(key).size() > 1)
            return quoted + " is a path (the key of a row is one word). Write the path in a header";
        return "";
    }

    Node node_of(const CsvRow& row) {
        const bool long_form = columns_.values.size() == 1 && columns_.values[0].path.empty();
        Node node = map_at(file_->place(row.front()));
        node.entries.reserve(columns_.values.size() + columns_.origins.size());
        for (const ValueColumn& column : columns_.values)
            if (std::optional<Node> value = value_of(row, column)) {
                if (long_form) return std::move(*value);
                put(node, column, std::move(*value));
            }
        if (long_form) return Node{};  // an empty cell: the key is absent
        for (const OriginColumn& column : columns_.origins)
            if (Node* below = map_of(node, column.path))
                add_cell(*below, column.key, row[column.index]);
        return node;
    }

    // A cell, in the long form where other columns say where it comes from.
    std::optional<Node> value_of(const CsvRow& row, const ValueColumn& column) {
        std::optional<Node> value = cell(row[column.index], column.unit);
        if (!value || (!column.source && !column.known_on)) return value;
        Node map = map_at(value->place);
        map.entries.push_back({"value", value->place, std::move(*value)});
        if (column.source) add_cell(map, "source", row[*column.source]);
        if (column.known_on) add_cell(map, "known_on", row[*column.known_on]);
        return map;
    }

    void add_cell(Node& map, const std::string& key, const CsvField& field) {
        if (std::optional<Node> text = cell(field, ""))
            map.entries.push_back({key, text->place, std::move(*text)});
    }

    std::optional<Node> cell(const CsvField& field, const std::string& unit) {
        const std::string_view text = without_edges(field.text);
        if (text.empty()) return std::nullopt;
        Node node;
        node.place = file_->place(field);
        node.set_text(std::string(text));
        if (!unit.empty() && node.quantity && node.quantity->bare)
            node.set_text(std::string(text) + " " + unit);
        return node;
    }

    static void put(Node& row, const ValueColumn& column, Node value) {
        Node* map = &row;
        for (std::size_t i = 0; i + 1 < column.path.size(); ++i) {
            Node* next = map->find(column.path[i]);
            if (next == nullptr) {
                map->entries.push_back({column.path[i], column.place, map_at(value.place)});
                next = &map->entries.back().node;
            }
            map = next;
        }
        map->entries.push_back({column.path.back(), column.place, std::move(value)});
    }

    static Node* map_of(Node& row, const std::vector<std::string>& path) {
        Node* map = &row;
        for (std::size_t i = 0; i < path.size() && map != nullptr; ++i) map = map->find(path[i]);
        return map;
    }

    const CsvFile* file_;
    Diagnostics* diagnostics_;
    TableColumns columns_;
    std::unordered_map<std::string_view, const CsvField*> keys_;
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

}  // namespace

void expand_tables(Node& tree, const OpenTable& open, Diagnostics& diagnostics) {
    for (Entry& e : tree.entries) {
        if (e.key.size() > short_form.size() && e.key.ends_with(short_form)) {
            Node map = map_at(e.place);
            map.entries.push_back({"table", e.place, std::move(e.node)});
            e.key.resize(e.key.size() - short_form.size());
            e.node = std::move(map);
        }
        expand_tables(e.node, open, diagnostics);
    }
    if (tree.is_map() && tree.find("table") != nullptr) expand_table(tree, open, diagnostics);
}

}  // namespace zhaimao
