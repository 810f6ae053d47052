#include "engine/report/results_store.h"

#include <array>

#include "engine/io/sqlite_table.h"
#include "engine/report/tables.h"

namespace zhaimao {
namespace {

constexpr const char* wide_table = "replicate_area_year_wide";

std::string indicator_columns() {
    std::string columns;
    for (const IndicatorInfo& info : indicator_table) columns += ", " + sql_name(info.id) + " REAL";
    return columns;
}

// One part an indicator: a query for one of them skips the others.
std::string view_of(const ReportContext& context) {
    std::string view = "CREATE VIEW replicate_area_year AS ";
    for (std::size_t k = 0; k < indicator_count; ++k) {
        const std::string_view id = indicator_table[k].id;
        view += (k == 0 ? "SELECT " : " UNION ALL SELECT ") + sql_text(context.scenario) +
                " AS scenario, replicate, area_id, year, " + sql_text(id) + " AS indicator, " +
                sql_name(id) + " AS value FROM " + wide_table;
        if (is_flow(static_cast<Indicator>(k)))
            view += " WHERE year > " + std::to_string(context.first_year);
    }
    return view;
}

using IndicatorRows = std::array<std::vector<double>, indicator_count>;

IndicatorRows indicator_rows(const Ensemble& ensemble, std::size_t area, int year) {
    IndicatorRows rows;
    for (std::size_t k = 0; k < indicator_count; ++k)
        rows[k] = ensemble.row(ensemble.layout.area_year(static_cast<Indicator>(k), area, year));
    return rows;
}

void write_replicates(Database& database, const Replicates& r) {
    const RecordLayout& layout = r.ensemble.layout;
    database.execute("CREATE TABLE " + std::string(wide_table) +
                     " (area_id INTEGER, year INTEGER, replicate INTEGER" + indicator_columns() +
                     ", PRIMARY KEY (area_id, year, replicate)) WITHOUT ROWID");
    std::string places = "?, ?, ?";
    for (std::size_t k = 0; k < indicator_count; ++k) places += ", ?";
    Statement insert =
        database.prepare("INSERT INTO " + std::string(wide_table) + " VALUES (" + places + ")");
    for (std::size_t area = 0; area < layout.areas(); ++area)
        for (int year = layout.first_year(); year <= layout.last_year(); ++year) {
            const IndicatorRows rows = indicator_rows(r.ensemble, area, year);
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
        if (replicates != nullptr) write_replicates(database, *replicates);
    });
}

}  // namespace zhaimao
