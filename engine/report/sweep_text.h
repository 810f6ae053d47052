// What `sweep`, `merge` and `sweep --status` print, in English and Chinese.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/analysis/sensitivity.h"
#include "engine/analysis/sweep.h"
#include "engine/report/labels.h"

namespace zhaimao {

// The head, then for each output what it leans on, the strongest factor first. Outcomes have three
// digits, money in millions of yuan (zh: 万元). Ends with a line break.
[[nodiscard]] std::string sweep_text(const Study& study, const StudyStore& store,
                                     const std::vector<SensitivityRow>& rows, Language language);
// The same numbers, unrounded, for programs; with every point that failed.
[[nodiscard]] std::string sweep_json(const Study& study, const StudyStore& store,
                                     const std::vector<SensitivityRow>& rows,
                                     const std::string& folder);

// Points that failed, the first few with their message; empty where none has.
[[nodiscard]] std::string failures_text(const std::map<std::size_t, std::string>& failures,
                                        Language language);

// A store, the part of its study that it is to hold, and how far it is.
struct StoreProgress {
    std::filesystem::path file;
    Shard part;
    StoreStatus status;

    [[nodiscard]] std::size_t points() const;  // of the part
};

// Each store, then where there are parts all of them together.
[[nodiscard]] std::string status_text(const std::vector<StoreProgress>& stores, Language language);
// A list, however many stores there are.
[[nodiscard]] std::string status_json(const std::vector<StoreProgress>& stores);

// How many points are saved, and by which command the study goes on.
[[nodiscard]] std::string interrupted_text(const StoreCounts& counts, std::size_t total,
                                           const std::string& command, Language language);
// A part of a study is complete; the command that puts all parts together.
[[nodiscard]] std::string shard_text(const std::string& file, const std::string& command,
                                     Language language);
[[nodiscard]] std::string shard_json(const StoreProgress& part, const std::string& command);

}  // namespace zhaimao
