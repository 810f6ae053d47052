// A table read back from the CSV that to_csv has written of it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/io/csv_reader.h"
#include "engine/io/table.h"

namespace zhaimao {

// The columns must be those of the text, in order, and each field of its column's type or empty; an
// empty text stays a text. InputError otherwise; `file` is what messages call it. Of any size; only
// rows that `keep` admits are kept, all where there is none.
using KeepRow = std::function<bool(const CsvRow& row)>;
[[nodiscard]] Table table_from_csv(std::string text, const std::string& file,
                                   const std::string& name, const std::vector<Column>& columns,
                                   const KeepRow& keep = {});

}  // namespace zhaimao
