// A table read back from the CSV that to_csv has written of it.
#pragma once

#include <string>
#include <vector>

#include "engine/io/table.h"

namespace zhaimao {

// The columns must be those of the text, in order, and each field of its column's type or empty; an
// empty text stays a text. InputError otherwise; `file` is what messages call it.
[[nodiscard]] Table table_from_csv(std::string text, const std::string& file,
                                   const std::string& name, const std::vector<Column>& columns);

}  // namespace zhaimao
