// A survey's CSV as a table: the first row names the columns.
//
// csv_reader.h has the format. At most 16 MiB: a larger survey is read from .dta.
#pragma once

#include "engine/io/microdata_table.h"

namespace zhaimao {

[[nodiscard]] std::optional<MicrodataTable> read_microdata_csv(std::string_view bytes,
                                                               const std::string& name,
                                                               std::span<const std::string> wanted,
                                                               Diagnostics& diagnostics);

}  // namespace zhaimao
