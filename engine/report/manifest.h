// manifest.json: what made a run folder. It is also the mark by which a run folder is known.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "engine/io/compose.h"
#include "engine/io/table.h"
#include "engine/report/about.h"

namespace zhaimao {

struct HashedFile {
    std::string path;    // as it was opened
    std::string sha256;  // of its bytes
};

struct Manifest {
    std::string command;       // of the program: run, compare, decompose
    std::string kind = "run";  // or "study": whose folder is no run folder
    std::string scenario;      // of a study, too
    About about;
    std::vector<HashedFile> inputs;
    std::map<std::string, std::string> settings;  // `--set` path and value
    std::string command_line;
    std::uint64_t seed = 0;
    std::int64_t replicates = 0;
    std::int64_t one_in = 1;  // real households that a simulated one stands for
    int threads = 0;
    std::string isa;
    double wall_seconds = 0.0;
    std::int64_t non_finite_values = 0;
    std::string written;              // UTC, as 2026-11-29T02:45:00Z; empty: when the text is made
    std::vector<std::string> tables;  // file names
    std::map<std::string, std::string> table_sha256;     // of each, by file name
    std::map<std::string, std::vector<Column>> columns;  // of each table, by file name
};

[[nodiscard]] std::string now_utc();

// Hashes what was read, in the given order: files may have changed since.
[[nodiscard]] std::vector<HashedFile> hash_inputs(const std::vector<InputFile>& files);

// Adds version, commit, compiler and host.
[[nodiscard]] std::string manifest_json(const Manifest& manifest);

// Whether the folder holds a manifest.json that this program wrote.
[[nodiscard]] bool is_run_folder(const std::filesystem::path& folder);
// The same, or that of a finished study.
[[nodiscard]] bool has_results(const std::filesystem::path& folder);

}  // namespace zhaimao
