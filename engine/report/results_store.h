// results.sqlite of a run folder: every table, and each replicate by county, year and indicator.
//
// The replicates stand in a table of one row a replicate, area and year and one column an
// indicator, a third of the size of one row a number; the view `replicate_area_year` shows them as
// (scenario, replicate, area_id, year, indicator, value). Replicates count from 1. What is
// undefined has no value; flows begin in the year after the start. Table `replicate_target` says in
// which year each replicate met a county's target first; no value: not up to the horizon.
#pragma once

#include <filesystem>
#include <vector>

#include "engine/io/table.h"
#include "engine/report/context.h"

namespace zhaimao {

struct Replicates {
    const ReportContext& context;
    const Ensemble& ensemble;
};

// The file does not exist yet. The same tables and replicates give the same bytes.
// MachineError: it cannot be written.
void write_results_store(const std::filesystem::path& file, const std::vector<Table>& tables,
                         const Replicates* replicates);

}  // namespace zhaimao
