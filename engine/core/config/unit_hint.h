// What to write where a number has the wrong unit: the likely slips are money once and money a
// year, and money of a household and of a person.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/core/units.h"

namespace zhaimao {

// ". Write '5000 yuan/student/year'", or nothing where no slip is likely. `written` has dimension
// `found`, which is none of `expected`.
[[nodiscard]] std::string unit_hint(std::string_view written, const Dimension& found,
                                    std::span<const Dimension> expected);

}  // namespace zhaimao
