// `{table: counties.csv}`: a map keyed by id or by year that stands in a CSV file.
//
//   county,rural_people (people),label.en,target.deadline,source,known_on
//   daning,52000,Daning,2019,Yearbook,2016-01-15
//
// The first column is the key of each row. The other headers are paths below it, with the unit of
// bare numbers in parentheses; an empty cell is absent. `source` and `known_on` hold for the row,
// `rural_people.source` for that cell, `target.source` for all below `target`. A column `value
// (unit)` is what the key itself stands for, so that two columns make values by year. Beside
// `table`, only `source` and `known_on` may stand: they hold for what says nothing nearer.
#pragma once

#include <functional>
#include <optional>

#include "engine/core/config/node.h"
#include "engine/core/diagnostics.h"
#include "engine/io/csv_reader.h"

namespace zhaimao {

// The file that a text in YAML names; nullopt and a mistake reported where there is none.
using OpenTable = std::function<std::optional<CsvFile>(const Node& file_name)>;

// Puts the map that it stands for in the place of every `{table: ...}` in a tree as loaded, before
// sources are settled. Values keep the place of their cells, keys that of the header.
void expand_tables(Node& tree, const OpenTable& open, Diagnostics& diagnostics);

}  // namespace zhaimao
