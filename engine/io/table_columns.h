// What the columns of a table block mean: paths below the row's key, their units, their origins.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/core/diagnostics.h"
#include "engine/io/csv_reader.h"

namespace zhaimao {

struct TableColumn {
    std::size_t index = 0;          // of its field in a row
    std::vector<std::string> path;  // below the row; empty: the row itself
    std::string unit;               // of bare numbers; empty: none
    Place place;                    // of its header
};

// A value, and the columns that say where it comes from.
struct ValueColumn : TableColumn {
    std::optional<std::size_t> source, known_on;
};

// `source` or `known_on` of all that stands below a path.
struct OriginColumn : TableColumn {
    std::string key;
};

struct TableColumns {
    std::vector<ValueColumn> values;
    std::vector<OriginColumn> origins;
};

// Mistaken columns are reported and left out.
[[nodiscard]] TableColumns read_columns(const CsvFile& file, Diagnostics& diagnostics);

// Without the spaces at both ends.
[[nodiscard]] std::string_view without_edges(std::string_view text);

}  // namespace zhaimao
