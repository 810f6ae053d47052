#include "engine/report/run_reader.h"

#include <nlohmann/json.hpp>
#include <set>

#include "engine/report/table_view.h"

namespace zhaimao {
namespace {

void read_areas(RunData& run, const TableView& table) {
    for (const TableRow row : table.rows())
        run.areas.push_back({table.whole(row, "area_id"),
                             {table.text(row, "name_en"), table.text(row, "name_zh")},
                             table.text(row, "level") == "county"});
}

void read_values(RunData& run, const TableView& table) {
    std::set<int> years;
    for (const TableRow row : table.rows()) {
        const int year = static_cast<int>(table.whole(row, "year"));
        years.insert(year);
        run.values[table.text(row, "indicator")][table.whole(row, "area_id")][year] =
            table.summary(row);
    }
    run.years.assign(years.begin(), years.end());
}

}  // namespace

void take_tables(RunData& run, const std::vector<Table>& tables) {
    if (const Table* table = find_table(tables, "area")) read_areas(run, TableView(*table));
    if (const Table* table = find_table(tables, "area_year")) read_values(run, TableView(*table));
}

const Summary* RunData::find(const std::string& indicator, std::int64_t area, int year) const {
    const auto by_area = values.find(indicator);
    if (by_area == values.end()) return nullptr;
    const auto by_year = by_area->second.find(area);
    if (by_year == by_area->second.end()) return nullptr;
    const auto found = by_year->second.find(year);
    return found == by_year->second.end() ? nullptr : &found->second;
}

RunData run_facts(const nlohmann::json& manifest) {
    RunData run;
    run.command = manifest.value("command", "");
    run.about = about_from(manifest.value("about", nlohmann::json::object()));
    run.scenario = manifest.value("scenario", "");
    run.version = manifest.value("version", "");
    run.seed = manifest.value("seed", std::uint64_t{0});
    run.replicates = manifest.value("replicates", std::int64_t{0});
    run.one_in = manifest.value("one_in", std::int64_t{1});
    run.commit = manifest.value("git_commit", "");
    run.written = manifest.value("written", "").substr(0, 10);
    return run;
}

}  // namespace zhaimao
