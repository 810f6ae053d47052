// The report's view of a project and its run.
#pragma once

#include "engine/ensemble/run.h"
#include "engine/report/context.h"

namespace zhaimao {

// Names, years and limits are those of the scenario with distributions at their means.
[[nodiscard]] ReportContext report_context(const Project& project, const RunResult& result);
// Without what only a run knows: households and marginals.
[[nodiscard]] ReportContext report_context(const Project& project);

}  // namespace zhaimao
