// The strip as a table of a page, so that it reads without colour or script.
#pragma once

#include <string>

#include "engine/report/html/strip.h"

namespace zhaimao {

// Empty where the strip is.
[[nodiscard]] std::string strip_markup(const Strip& strip, const ReportStyle& style);

}  // namespace zhaimao
