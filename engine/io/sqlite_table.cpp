#include "engine/io/sqlite_table.h"

#include <algorithm>

namespace zhaimao {
namespace {

std::string_view sql_type(CellType type) {
    switch (type) {
        case CellType::text:
            return "TEXT";
        case CellType::whole:
            return "INTEGER";
        case CellType::real:
            return "REAL";
    }
    return "";
}

std::vector<std::string> key_of(const Table& table) {
    const auto& columns = table.columns();
    const auto first_real = std::find_if(columns.begin(), columns.end(),
                                         [](const Column& c) { return c.type == CellType::real; });
    const auto end = first_real == columns.end() ? columns.begin() + 1 : first_real;
    std::vector<std::string> key;
    for (auto column = columns.begin(); column != end; ++column)
        if (column->name != "scenario") key.push_back(sql_name(column->name));
    return key;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

void make(Database& database, const Table& table) {
    std::vector<std::string> columns;
    for (const Column& column : table.columns())
        columns.push_back(sql_name(column.name) + " " + std::string(sql_type(column.type)));
    const std::string name = sql_name(table.name());
    database.execute("CREATE TABLE IF NOT EXISTS " + name + " (" + joined(columns) + ")");
    if (const std::vector<std::string> key = key_of(table); !key.empty())
        database.execute("CREATE INDEX IF NOT EXISTS " + sql_name(table.name() + "_key") + " ON " +
                         name + " (" + joined(key) + ")");
}

}  // namespace

Database create_database(const std::filesystem::path& file) {
    Database database(file, Database::Open::create);
    database.execute(
        "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
    return database;
}

void write_table(Database& database, const Table& table) {
    make(database, table);
    const std::vector<std::string> places(table.columns().size(), "?");
    Statement insert = database.prepare("INSERT INTO " + sql_name(table.name()) + " VALUES (" +
                                        joined(places) + ")");
    for (std::size_t r = 0; r < table.rows(); ++r) {
        for (const Cell& cell : table.row(r)) insert.bind_cell(cell);
        insert.run();
    }
}

}  // namespace zhaimao
