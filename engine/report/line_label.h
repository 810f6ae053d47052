// What a variant of the poverty line is called: "as planners expected it (ex_ante)". One that
// line_label.cpp does not know is called by its id.
#pragma once

#include <string>

#include "engine/report/labels.h"

namespace zhaimao {

[[nodiscard]] std::string line_label(const std::string& variant, Language language);

}  // namespace zhaimao
