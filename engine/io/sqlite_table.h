// Tables of results in SQLite: typed columns, an index over what names a row.
#pragma once

#include "engine/io/sqlite.h"
#include "engine/io/table.h"

namespace zhaimao {

// A new database that is written once, from beginning to end, by one process: no journal, nothing
// synced; who puts it in place does that. The same calls give the same bytes.
[[nodiscard]] Database create_database(const std::filesystem::path& file);

// Makes the table, unless it is there, and adds all rows. Indexed by the columns before the first
// real one, but for `scenario`, which is the same in most rows; where there is no real one, by the
// first column.
void write_table(Database& database, const Table& table);

}  // namespace zhaimao
