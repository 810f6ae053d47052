// A finished run in full: what it is about, and every table. From its folder, or from what is about
// to be written there.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/io/table.h"
#include "engine/report/manifest.h"
#include "engine/report/run_reader.h"

namespace zhaimao {

struct RunResults {
    std::string folder;  // its name; empty where it is not written yet
    RunData run;
    std::string written;   // UTC, to the second
    std::string manifest;  // manifest.json
    std::shared_ptr<const std::vector<Table>> tables;

    [[nodiscard]] const Table* table(std::string_view name) const;  // nullptr: it has none
};

// How much of a folder is read: every row of every table; or what the sections of a document are
// made from, which of a whole nation is a small part; or that with services by county, as tidy.h
// takes them.
enum class ResultScope { all, sections, tidy };

// InputError: no run folder, a table that is missing, half-written, or not as it was written
// (manifest.json holds each table's SHA-256); whatever the scope.
[[nodiscard]] RunResults read_results(const std::filesystem::path& folder,
                                      ResultScope scope = ResultScope::all);
// `manifest` knows when the folder is written; the tables outlive what is returned.
[[nodiscard]] RunResults results_of(const Manifest& manifest, const std::vector<Table>& tables);

}  // namespace zhaimao
