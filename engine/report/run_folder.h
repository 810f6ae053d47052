// The run folder: manifest.json, effective.yaml, tables/*.csv, results.sqlite and summary.xlsx,
// whole or not at all.
#pragma once

#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/io/table.h"
#include "engine/report/labels.h"
#include "engine/report/manifest.h"
#include "engine/report/results_store.h"

namespace zhaimao {

struct RunFolder {
    std::filesystem::path path;
    Manifest manifest;                 // the names of the tables are filled in
    std::string effective_yaml;        // the resolved configuration
    Language language = Language::en;  // of summary.xlsx
};

// False, and nothing changed, where `cancel` is set before the folder is in place. InputError: the
// path exists and is not a run folder. MachineError: it cannot be written.
[[nodiscard]] bool write_run_folder(RunFolder folder, const std::vector<Table>& tables,
                                    const std::atomic<bool>& cancel,
                                    const Replicates* replicates = nullptr);

// What write_run_folder would throw: asked before a long run, not after it.
void refuse_unless_run_folder(const std::filesystem::path& path);

}  // namespace zhaimao
