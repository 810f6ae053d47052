// What stands under a run's tables: what brackets and incidence mean, and the rules of delisting.
#pragma once

#include <string>

#include "engine/report/context.h"
#include "engine/report/labels.h"

namespace zhaimao {

// Rules beside incidence stand in lines of their own, of at most `columns`.
[[nodiscard]] std::string bracket_text(const ReportContext& context, Language language,
                                       std::size_t columns);

}  // namespace zhaimao
