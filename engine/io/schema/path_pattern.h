// Regular expressions (ECMA 262) for paths and keys of the language.
#pragma once

#include <span>
#include <string>

#include "engine/core/config/outline.h"

namespace zhaimao {

// Keys "2016", "2018..2020", "2017+".
inline constexpr const char* year_pattern = "[1-9][0-9]{3}(?:[.][.][1-9][0-9]{3}|[+])?";

// What may stand for the names of these keys (one group of `map`); of ids, whatever is no other key
// of the map.
[[nodiscard]] std::string names_pattern(const Outline& map, std::span<const Outline> keys);

// Every path below the root: "counties.daning.target.deadline", "lines.ex_ante.2016".
[[nodiscard]] std::string path_pattern(const Outline& root);

}  // namespace zhaimao
