#pragma once

#include <string>

#include "tests/io/file_bytes.h"

// Of all tables of a study's folder, behind each other.
inline std::string tables_of(const std::filesystem::path& folder) {
    std::string all;
    for (const char* table : {"sweep_point", "sweep_outcome", "sensitivity"}) {
        const std::string bytes = bytes_of(folder / "tables" / (std::string(table) + ".csv"));
        CHECK(bytes.size() > 30);
        all += bytes;
    }
    return all;
}
