#include "engine/report/results_store.h"

#include "engine/ensemble/targets.h"
#include "engine/io/sqlite_table.h"
#include "engine/report/tables.h"

namespace zhaimao {
namespace {

constexpr const char* wide_table = "replicate_area_year_wide";

std::vector<Indicator> recorded(const ReportContext& context) {
    std::vector<Indicator> indicators;
    for (std::size_t k = 0; k < indicator_count; ++k)
        if (context.recording.covers(recording_of(static_cast<Indicator>(k), context.first_year)))
            indicators.push_back(static_cast<Indicator>(k));
    return indicators;
}

std::string_view id_of(Indicator indicator) {
    return indicator_table[static_cast<std::size_t>(indicator)].id;
}

// One part an indicator: a query for one of them skips the others.
std::string view_of(const ReportContext& context) {
    std::string view;
    for (const Indicator indicator : recorded(context)) {
        const std::string_view id = id_of(indicator);
        view +=
            (view.empty() ? "CREATE VIEW replicate_area_year AS SELECT " : " UNION ALL SELECT ") +
            sql_text(context.scenario) + " AS scenario, replicate, area_id, year, " + sql_text(id) +
            " AS indicator, " + sql_name(id) + " AS value FROM " + wide_table;
        if (is_flow(indicator)) view += " WHERE year > " + std::to_string(context.first_year);
    }
    return view;
}

void write_replicate_targets(Database& database, const Replicates& r) {
    database.execute(
        "CREATE TABLE replicate_target (area_id INTEGER, replicate INTEGER, target TEXT, "
        "deadline INTEGER, year INTEGER, PRIMARY KEY (area_id, replicate)) WITHOUT ROWID");
    Statement insert = database.prepare("INSERT INTO replicate_target VALUES (?, ?, ?, ?, ?)");
    for (std::size_t c = 0; c < r.context.counties.size(); ++c) {
        const Target& target = r.context.counties[c].target;
        const std::vector<int> years = years_met(r.ensemble, c, target.kind);
        for (std::size_t replicate = 0; replicate < years.size(); ++replicate) {
            const bool never = years[replicate] > r.context.last_year;
            insert.bind(area_id(r.context, c)).bind(static_cast<std::int64_t>(replicate + 1));
            insert.bind(id_of(target.kind)).bind(std::int64_t{target.deadline});
            insert.bind_cell(never ? Cell{} : Cell{std::int64_t{years[replicate]}});
            insert.run();
        }
    }
}

void write_replicates(Database& database, const Replicates& r) {
    const RecordLayout& layout = r.ensemble.layout;
    const std::vector<Indicator> indicators = recorded(r.context);
    std::string columns, places = "?, ?, ?";
    for (const Indicator indicator : indicators) {
        columns += ", " + sql_name(id_of(indicator)) + " REAL";
        places += ", ?";
    }
    database.execute("CREATE TABLE " + std::string(wide_table) +
                     " (area_id INTEGER, year INTEGER, replicate INTEGER" + columns +
                     ", PRIMARY KEY (area_id, year, replicate)) WITHOUT ROWID");
    Statement insert =
        database.prepare("INSERT INTO " + std::string(wide_table) + " VALUES (" + places + ")");
    for (std::size_t area = 0; area < layout.areas(); ++area)
        for (int year = layout.first_year(); year <= layout.last_year(); ++year) {
            std::vector<std::vector<double>> rows;
            for (const Indicator indicator : indicators)
                rows.push_back(r.ensemble.row(layout.area_year(indicator, area, year)));
            for (std::size_t replicate = 0; replicate < r.ensemble.replicates(); ++replicate) {
                insert.bind(area_id(r.context, area)).bind(std::int64_t{year});
                insert.bind(static_cast<std::int64_t>(replicate + 1));
                for (const std::vector<double>& row : rows) insert.bind(row[replicate]);
                insert.run();
            }
        }
    database.execute(view_of(r.context));
}

}  // namespace

void write_results_store(const std::filesystem::path& file, const std::vector<Table>& tables,
                         const Replicates* replicates) {
    Database database = create_database(file);
    database.transaction([&] {
        for (const Table& table : tables) write_table(database, table);
        if (replicates == nullptr) return;
        write_replicates(database, *replicates);
        write_replicate_targets(database, *replicates);
    });
}

}  // namespace zhaimao
