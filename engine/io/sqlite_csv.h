// The rows of a query as a CSV file (csv.h), a row at a time: as large as the disk allows.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/io/sqlite.h"

namespace zhaimao {

// Written beside its place, synced, and renamed to it: whole or not at all. MachineError: it cannot
// be written.
void write_csv(const std::filesystem::path& file, const std::vector<std::string>& columns,
               Statement rows);

}  // namespace zhaimao
