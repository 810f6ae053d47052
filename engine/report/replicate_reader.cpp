#include "engine/report/replicate_reader.h"

#include <nlohmann/json.hpp>

#include "engine/io/sha256.h"
#include "engine/io/sqlite.h"
#include "engine/report/run_file.h"

namespace zhaimao {
namespace {

constexpr const char* store = "results.sqlite";

void refuse_changed(const std::filesystem::path& file, const nlohmann::json& manifest) {
    const auto hashes = manifest.find("table_sha256");
    if (hashes != manifest.end() && hashes->value(store, "") == sha256_of_file(file)) return;
    throw InputError(file.string() +
                     ": was changed after the run (its SHA-256 is not the one in manifest.json). "
                     "Run it again");
}

// 1 where the target is met by its deadline, which stands for the year.
void read_on_time(ReplicateValues& values, const Database& database) {
    if (!database.has_table("replicate_target")) return;
    Statement rows = database.prepare(
        "SELECT area_id, deadline, coalesce(year <= deadline, 0) FROM replicate_target "
        "ORDER BY area_id, replicate");
    while (rows.step())
        values[on_time_id][rows.whole(0)][static_cast<int>(rows.whole(1))].push_back(rows.real(2));
}

}  // namespace

std::optional<ReplicateValues> read_replicates(const std::filesystem::path& folder,
                                               const std::vector<std::string>& indicators) {
    const std::filesystem::path file = folder / store;
    if (!std::filesystem::exists(file)) return std::nullopt;
    refuse_changed(file, run_manifest(folder));
    const Database database(file, Database::Open::read_only);
    if (!database.has_table("replicate_area_year")) return std::nullopt;
    ReplicateValues values;
    for (const std::string& indicator : indicators) {
        Statement rows = database.prepare(
            "SELECT area_id, year, value FROM replicate_area_year WHERE indicator = ? "
            "ORDER BY area_id, year, replicate");
        rows.bind(std::string_view(indicator));
        while (rows.step())
            values[indicator][rows.whole(0)][static_cast<int>(rows.whole(1))].push_back(
                rows.real(2));
    }
    read_on_time(values, database);
    return values;
}

}  // namespace zhaimao
