// The folder of a study: study.sqlite while it runs, and once all points are there its tables.
//
//   study.sqlite                    the store (analysis/study_store.h)
//   shard-I-of-N.sqlite             the store of a part, until it is merged
//   tables/sweep_point.csv          point, factor, value, level
//   tables/sweep_outcome.csv        point, outcome, mean .. n
//   tables/sensitivity.csv          outcome, factor, index, value, conf_low, conf_high
//   tables/sweep_output.csv         outcome, unit
//   tables/label.csv                what factors and outcomes are called (label_table.h)
//   effective.yaml                  the resolved scenario, with what holds in every point
//   manifest.json
//
// Points count from 0; a value is in base units. Rows are sorted by point, then in the study's
// order: the same bytes however often the study was interrupted.
#pragma once

#include <filesystem>

#include "engine/analysis/sensitivity.h"
#include "engine/analysis/sweep.h"
#include "engine/report/manifest.h"

namespace zhaimao {

[[nodiscard]] std::filesystem::path store_file(const std::filesystem::path& folder,
                                               const Shard& shard);
// The part that a store of this name holds; the whole where it is no part's.
[[nodiscard]] Shard part_of(const std::filesystem::path& file);
// The stores of parts that are there.
[[nodiscard]] std::vector<std::filesystem::path> shard_files(const std::filesystem::path& folder);

// Makes the folder. InputError: it holds something else.
void prepare_study_folder(const std::filesystem::path& folder);

// Tables, also in the store, and the manifest. MachineError: they cannot be written.
void write_study_results(const std::filesystem::path& folder, const Study& study, StudyStore& store,
                         const std::vector<SensitivityRow>& rows, Manifest manifest);

}  // namespace zhaimao
