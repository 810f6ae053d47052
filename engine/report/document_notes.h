// What stands under the tables of a document about one folder, whatever wrote it.
#pragma once

#include <string>
#include <vector>

#include "engine/report/figure_text.h"
#include "engine/report/run_results.h"

namespace zhaimao {

// What brackets and indices of these tables mean, what is left out, the citation. A sentence an
// element.
[[nodiscard]] std::vector<std::string> document_notes(const RunResults& results,
                                                      const std::vector<ReportTable>& sections,
                                                      const ReportStyle& style);

}  // namespace zhaimao
