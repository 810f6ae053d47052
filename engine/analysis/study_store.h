// The one SQLite file of a study: what it is, its design, every point that is done or has failed.
//
//   manifest         key, value: format, program, study (SHA-256), points, ...
//   design           point, factor, place: in the unit cube; no place: as the scenario has it
//   sweep_point      point, factor, value, level: what was set
//   sweep_outcome    point, outcome, mean .. n
//   sweep_replicate  point, outcome, replicate, value
//   finished         point, seconds, at (Unix time)
//   failure          point, message, at
//   sensitivity      outcome, factor, index, value, conf_low, conf_high: once all points are there
//
// A point is in it as a whole or not at all, whenever the program is killed. On local disks SQLite
// writes ahead (WAL); elsewhere, where that is unsafe, it keeps a rollback journal.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "engine/analysis/point.h"
#include "engine/analysis/study.h"
#include "engine/io/sqlite.h"

namespace zhaimao {

// How SQLite keeps a transaction whole: ahead in a log, which processes share through memory, or by
// what was there before.
enum class Journal : std::uint8_t { write_ahead, rollback };
[[nodiscard]] Journal journal_for(const std::filesystem::path& folder);

struct StoreCounts {
    std::size_t points = 0;  // of the study
    std::size_t done = 0;
    std::size_t failed = 0;
};

class StudyStore {
   public:
    // Makes it, or goes on with it. InputError: it is of another study or program, or no store at
    // all. `program` names the version that computes.
    StudyStore(const std::filesystem::path& file, const Study& study, const std::string& program);
    StudyStore(const std::filesystem::path& file, const Study& study, const std::string& program,
               Journal journal);

    void save(std::span<const PointResult> results);  // all or none
    // What another store of the same study has and this one has not; only read. InputError: it is
    // of another, or no store.
    void take_over(const std::filesystem::path& file);

    [[nodiscard]] StoreCounts counts() const;
    [[nodiscard]] std::vector<bool> settled() const;  // done or failed, by point
    [[nodiscard]] std::map<std::size_t, std::string> failures() const;
    // Mean by point; not a number where it failed.
    [[nodiscard]] std::vector<double> means(std::size_t output) const;
    [[nodiscard]] std::vector<double> replicates(std::size_t point, std::size_t output) const;
    // What a factor was, by point; not a number where it is a word, or as the scenario has it.
    [[nodiscard]] std::vector<double> values(std::size_t factor) const;

    [[nodiscard]] Database& database() { return database_; }

   private:
    void insert(const PointResult& result);
    void make(const Study& study, const std::string& program);

    Database database_;
    std::size_t points_;
    std::vector<std::string> factors_, outputs_;  // ids
    std::map<std::string, std::string> identity_;
};

// InputError: the file is not there, or is no store of a study.
void refuse_unless_store(const std::filesystem::path& file);

// The same, and where take_over() would refuse it: asked before a store is made to take it over.
void refuse_unless_store_of(const std::filesystem::path& file, const Study& study,
                            const std::string& program);

// Of a store, whatever its study: for `--status`. InputError: it is none.
struct StoreStatus {
    std::map<std::string, std::string> manifest;
    StoreCounts counts;
    double points_a_second = 0.0;  // of the last hundred, pauses left out; 0: not to be said
    std::map<std::size_t, std::string> failures;
    std::vector<bool> settled;  // done or failed, by point
};
[[nodiscard]] StoreStatus status_of(const std::filesystem::path& file);  // only reads

}  // namespace zhaimao
