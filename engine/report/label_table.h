// Table `label`: what scenarios, interventions, funds and inputs are called in English and Chinese,
// by kind and id, so that reports of a finished run can name them.
#pragma once

#include "engine/io/table.h"
#include "engine/report/context.h"

namespace zhaimao {

// Inputs are the numbers of the ledger that have a name (input_name.h), by path.
[[nodiscard]] Table label_table(const ReportContext& context);

// Without a row.
[[nodiscard]] Table empty_label_table();
void add_label(Table& table, const char* kind, const std::string& id, const Label& label);

}  // namespace zhaimao
