// Regular expressions (ECMA 262) for paths and keys of the language.
#pragma once

#include <span>
#include <string>

#include "engine/core/config/outline.h"

namespace zhaimao {

// Keys "2016", "2018..2020", "2017+".
inline constexpr const char* year_pattern = "[1-9][0-9]{3}(?:[.][.][1-9][0-9]{3}|[+])?";

// What may stand for the names of these keys (one group); of a map keyed by id, any id.
[[nodiscard]] std::string names_pattern(std::span<const Outline> keys);

// An id where it stands alone, as the key of a map that may say `source` and `known_on`, too.
[[nodiscard]] std::string id_pattern(const Outline& key);

// Every path below the root: "counties.daning.target.deadline", "lines.ex_ante.2016".
[[nodiscard]] std::string path_pattern(const Outline& root);

}  // namespace zhaimao
