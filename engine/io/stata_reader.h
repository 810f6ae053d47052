// Stata's .dta, versions 104 to 119, through ReadStat: the columns asked for, with value labels.
//
// Read from memory, so that what is hashed is what is read. All of Stata's missing values (., .a to
// .z) are missing. A file that ends too early is refused as a whole.
#pragma once

#include "engine/io/microdata_table.h"

namespace zhaimao {

[[nodiscard]] std::optional<MicrodataTable> read_stata(std::string_view bytes,
                                                       const std::string& name,
                                                       std::span<const std::string> wanted,
                                                       Diagnostics& diagnostics);

}  // namespace zhaimao
