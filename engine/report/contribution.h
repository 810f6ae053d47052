// What `decompose` prints, and table `contribution`.
#pragma once

#include <string>

#include "engine/analysis/decompose.h"
#include "engine/io/table.h"
#include "engine/report/context.h"
#include "engine/report/labels.h"

namespace zhaimao {

// A row a batch or instrument, the largest first: exits, their share of all, points of incidence,
// person-years of poverty, yuan per exit; then all of them together less growth alone, and the
// exits of both as they are. Ends with a line break.
[[nodiscard]] std::string contribution_text(const ReportContext& context, const Decomposition& d,
                                            Language language);

// The same for programs: the table as rows.
[[nodiscard]] std::string contribution_json(const ReportContext& context, const Decomposition& d,
                                            const std::string& folder);

// A component's name: a batch's, `none`'s, `all`'s; the id itself of an instrument.
[[nodiscard]] std::string contribution_name(const std::string& id, Language language);

// scenario, component, method, indicator, mean .. n. Components: each batch or instrument by
// Shapley's method (shapley: exact; permutation: over sampled orders); `none` (growth alone) and
// `all` as they are (method level).
[[nodiscard]] Table contribution_table(const ReportContext& context, const Decomposition& d);

}  // namespace zhaimao
