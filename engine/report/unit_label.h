// Units and sources of the tables in the reader's language: "yuan/person/year" is 元/人/年.
#pragma once

#include <string>

#include "engine/report/labels.h"

namespace zhaimao {

// As it is where it, or a part of it, has no word.
[[nodiscard]] std::string unit_label(const std::string& unit, Language language);
// "47,206 people", "47,206人"; a share or an index stands alone.
[[nodiscard]] std::string with_unit_label(const std::string& number, const std::string& unit,
                                          Language language);
// A citation stands as it is, an assumption is called one.
[[nodiscard]] std::string source_label(const std::string& source, Language language);

}  // namespace zhaimao
