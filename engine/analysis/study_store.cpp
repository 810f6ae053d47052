#include "engine/analysis/study_store.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <optional>

#include "engine/core/diagnostics.h"
#include "engine/ensemble/summary.h"
#include "engine/io/file_system.h"

namespace zhaimao {
namespace {

using Identity = std::map<std::string, std::string>;  // of the table manifest

constexpr const char* format = "zhaimao study 1";

constexpr const char* schema = R"(
CREATE TABLE manifest (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE design (point INTEGER, factor TEXT, place REAL, PRIMARY KEY (point, factor)) WITHOUT ROWID;
CREATE TABLE sweep_point (point INTEGER, factor TEXT, value REAL, level TEXT,
  PRIMARY KEY (point, factor)) WITHOUT ROWID;
CREATE TABLE sweep_outcome (point INTEGER, outcome TEXT, mean REAL, sd REAL, q05 REAL, q25 REAL, q50 REAL,
  q75 REAL, q95 REAL, mcse REAL, n INTEGER, PRIMARY KEY (point, outcome)) WITHOUT ROWID;
CREATE TABLE sweep_replicate (point INTEGER, outcome TEXT, replicate INTEGER, value REAL,
  PRIMARY KEY (point, outcome, replicate)) WITHOUT ROWID;
CREATE TABLE finished (point INTEGER PRIMARY KEY, seconds REAL, at INTEGER);
CREATE TABLE failure (point INTEGER PRIMARY KEY, message TEXT, at INTEGER);
CREATE TABLE sensitivity (outcome TEXT, factor TEXT, "index" TEXT, value REAL, conf_low REAL, conf_high REAL,
  PRIMARY KEY (outcome, factor, "index")) WITHOUT ROWID;
)";

std::int64_t whole(std::size_t n) {
    return static_cast<std::int64_t>(n);
}

std::int64_t now() {
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

constexpr const char* of_own = ". Name another folder with -o, or remove it";
constexpr const char* of_input = ". Name only stores of this study, by this version of the program";

// A database, or nothing yet.
bool may_be_store(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string head(15, ' ');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    return in.gcount() == 0 || head == "SQLite format 3";
}

void refuse_foreign_file(const std::filesystem::path& file) {
    if (may_be_store(file)) return;
    throw InputError(file.string() + ": is no store of a study (it would be overwritten)" + of_own);
}

Identity manifest_of(const Database& database) {
    Identity manifest;
    Statement rows = database.prepare("SELECT key, value FROM manifest");
    while (rows.step()) manifest[rows.text(0)] = rows.text(1);
    return manifest;
}

// `manifest` is that of the store in `file`.
void refuse_unless_same(const std::filesystem::path& file, Identity manifest, Identity wanted,
                        const char* hint) {
    if (manifest["format"] != format || manifest["program"] != wanted["program"])
        throw InputError(file.string() + ": was computed by another version of the program (" +
                         manifest["program"] + "; this is " + wanted["program"] + ")" + hint);
    if (manifest["study"] != wanted["study"])
        throw InputError(file.string() +
                         ": is of another study (its file, its scenario or an option has changed "
                         "since)" +
                         hint);
}

Identity identity_of(const Study& study, const std::string& program) {
    return {{"format", format}, {"program", program}, {"study", study.hash}};
}

void refuse_unless_mergeable(const std::filesystem::path& file, const Identity& wanted) {
    refuse_unless_store(file);
    refuse_unless_same(file, manifest_of(Database(file, Database::Open::read_only)), wanted,
                       of_input);
}

std::size_t count(const Database& database, const std::string& table) {
    Statement row = database.prepare("SELECT count(*) FROM " + table);
    return row.step() ? static_cast<std::size_t>(row.whole(0)) : 0;
}

std::map<std::size_t, std::string> failures_of(const Database& database) {
    std::map<std::size_t, std::string> failures;
    Statement rows = database.prepare("SELECT point, message FROM failure ORDER BY point");
    while (rows.step()) failures[static_cast<std::size_t>(rows.whole(0))] = rows.text(1);
    return failures;
}

// Done or failed, by point.
std::vector<bool> settled_in(const Database& database, std::size_t points) {
    std::vector<bool> settled(points, false);
    Statement rows = database.prepare("SELECT point FROM finished UNION SELECT point FROM failure");
    while (rows.step()) settled.at(static_cast<std::size_t>(rows.whole(0))) = true;
    return settled;
}

// Points a second of the last hundred that are done, while somebody was at work: a pause between
// two counts for no longer than the points took that were stored after it.
double rate_of(const Database& database) {
    Statement moments = database.prepare(
        "SELECT at, count(*), sum(seconds) FROM (SELECT at, seconds FROM finished ORDER BY at DESC "
        "LIMIT 100) GROUP BY at ORDER BY at");
    double points = 0.0, seconds = 0.0;
    std::optional<std::int64_t> before;
    while (moments.step()) {
        const std::int64_t at = moments.whole(0);
        if (before) {
            points += static_cast<double>(moments.whole(1));
            seconds += std::min(static_cast<double>(at - *before), moments.real(2));
        }
        before = at;
    }
    return seconds > 0.0 ? points / seconds : 0.0;
}

}  // namespace

Journal journal_for(const std::filesystem::path& folder) {
    return is_on_local_disk(folder) ? Journal::write_ahead : Journal::rollback;
}

StudyStore::StudyStore(const std::filesystem::path& file, const Study& study,
                       const std::string& program)
    : StudyStore(file, study, program, journal_for(std::filesystem::absolute(file).parent_path())) {
}

StudyStore::StudyStore(const std::filesystem::path& file, const Study& study,
                       const std::string& program, Journal journal)
    : database_((refuse_foreign_file(file), file), Database::Open::create),
      points_(study.design.points()),
      identity_(identity_of(study, program)) {
    for (const Factor& factor : study.factors) factors_.push_back(factor.id);
    for (const StudyOutput& output : study.outputs) outputs_.push_back(output.id);
    database_.execute(std::string("PRAGMA journal_mode = ") +
                      (journal == Journal::write_ahead ? "WAL" : "DELETE"));
    database_.execute("PRAGMA synchronous = FULL");
    if (!database_.has_table("manifest")) make(study, program);
    refuse_unless_same(file, manifest_of(database_), identity_, of_own);
}

void StudyStore::make(const Study& study, const std::string& program) {
    database_.transaction([&] {
        database_.execute(schema);
        const Identity manifest{
            {"format", format},
            {"program", program},
            {"study", study.hash},
            {"id", study.id},
            {"title_en", study.title.en},
            {"title_zh", study.title.zh},
            {"design", std::string(design_ids[static_cast<std::size_t>(study.options.kind)])},
            {"points", std::to_string(points_)},
            {"replicates", std::to_string(study.project.replicates)},
            {"seed", std::to_string(study.project.seed)}};
        for (const auto& [key, value] : manifest)
            database_.prepare("INSERT INTO manifest VALUES (?, ?)").bind(key).bind(value).run();
        Statement insert = database_.prepare("INSERT INTO design VALUES (?, ?, ?)");
        for (std::size_t p = 0; p < points_; ++p)
            for (std::size_t j = 0; j < factors_.size(); ++j)
                insert.bind(whole(p)).bind(factors_[j]).bind(study.design.point(p)[j]).run();
    });
}

void StudyStore::save(std::span<const PointResult> results) {
    database_.transaction([&] {
        for (const PointResult& result : results) insert(result);
    });
}

void StudyStore::insert(const PointResult& result) {
    Statement set = database_.prepare("INSERT INTO sweep_point VALUES (?, ?, ?, ?)");
    for (std::size_t j = 0; j < factors_.size(); ++j)
        set.bind(whole(result.point))
            .bind(factors_[j])
            .bind(result.factors[j].number.value_or(Summary::undefined))
            .bind(result.factors[j].level)
            .run();
    if (!result.failure.empty()) {
        database_.prepare("INSERT INTO failure VALUES (?, ?, ?)")
            .bind(whole(result.point))
            .bind(result.failure)
            .bind(now())
            .run();
        return;
    }
    Statement outcome =
        database_.prepare("INSERT INTO sweep_outcome VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Statement replicate = database_.prepare("INSERT INTO sweep_replicate VALUES (?, ?, ?, ?)");
    for (std::size_t o = 0; o < outputs_.size(); ++o) {
        const std::vector<double>& values = result.outcomes[o];
        const Summary s = summarise(values);
        outcome.bind(whole(result.point)).bind(outputs_[o]);
        for (const double x : {s.mean, s.sd, s.q05, s.q25, s.q50, s.q75, s.q95, s.mcse})
            outcome.bind(x);
        outcome.bind(s.n).run();
        for (std::size_t r = 0; r < values.size(); ++r)
            replicate.bind(whole(result.point))
                .bind(outputs_[o])
                .bind(whole(r + 1))
                .bind(values[r])
                .run();
    }
    database_.prepare("INSERT INTO finished VALUES (?, ?, ?)")
        .bind(whole(result.point))
        .bind(result.seconds)
        .bind(now())
        .run();
}

void StudyStore::take_over(const std::filesystem::path& file) {
    refuse_unless_mergeable(file, identity_);
    database_.execute("ATTACH " + sql_text(read_only_name(file)) + " AS other");
    // OR IGNORE: a point that both have is the same in both.
    database_.transaction([&] {
        for (const char* table :
             {"sweep_point", "sweep_outcome", "sweep_replicate", "finished", "failure"})
            database_.execute("INSERT OR IGNORE INTO main." + std::string(table) +
                              " SELECT * FROM other." + table);
    });
    database_.execute("DETACH other");
}

StoreCounts StudyStore::counts() const {
    return {points_, count(database_, "finished"), count(database_, "failure")};
}

std::vector<bool> StudyStore::settled() const {
    return settled_in(database_, points_);
}

std::map<std::size_t, std::string> StudyStore::failures() const {
    return failures_of(database_);
}

std::vector<double> StudyStore::means(std::size_t output) const {
    std::vector<double> means(points_, Summary::undefined);
    Statement rows = database_.prepare("SELECT point, mean FROM sweep_outcome WHERE outcome = ?");
    rows.bind(outputs_.at(output));
    while (rows.step()) means.at(static_cast<std::size_t>(rows.whole(0))) = rows.real(1);
    return means;
}

std::vector<double> StudyStore::replicates(std::size_t point, std::size_t output) const {
    std::vector<double> values;
    Statement rows = database_.prepare(
        "SELECT value FROM sweep_replicate WHERE point = ? AND outcome = ? ORDER BY replicate");
    rows.bind(whole(point)).bind(outputs_.at(output));
    while (rows.step()) values.push_back(rows.real(0));
    return values;
}

std::vector<double> StudyStore::values(std::size_t factor) const {
    std::vector<double> values(points_, Summary::undefined);
    Statement rows = database_.prepare("SELECT point, value FROM sweep_point WHERE factor = ?");
    rows.bind(factors_.at(factor));
    while (rows.step()) values.at(static_cast<std::size_t>(rows.whole(0))) = rows.real(1);
    return values;
}

void refuse_unless_store(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file))
        throw InputError(file.string() + ": no such store. `zhaimao sweep STUDY` makes it");
    if (!may_be_store(file) || !Database(file, Database::Open::read_only).has_table("manifest"))
        throw InputError(file.string() + ": is no store of a study");
}

void refuse_unless_store_of(const std::filesystem::path& file, const Study& study,
                            const std::string& program) {
    refuse_unless_mergeable(file, identity_of(study, program));
}

StoreStatus status_of(const std::filesystem::path& file) {
    refuse_unless_store(file);
    const Database database(file, Database::Open::read_only);
    StoreStatus status;
    status.manifest = manifest_of(database);
    status.counts = {std::stoul(status.manifest["points"]), count(database, "finished"),
                     count(database, "failure")};
    status.points_a_second = rate_of(database);
    status.failures = failures_of(database);
    status.settled = settled_in(database, status.counts.points);
    return status;
}

}  // namespace zhaimao
