// The line under a run's tables: what brackets and incidence mean, and the limits of the latter.
#pragma once

#include <string>

#include "engine/report/context.h"
#include "engine/report/labels.h"

namespace zhaimao {

[[nodiscard]] std::string bracket_text(const ReportContext& context, Language language);

}  // namespace zhaimao
