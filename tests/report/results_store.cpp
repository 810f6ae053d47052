#include "engine/report/results_store.h"

#include <catch2/catch.hpp>
#include <limits>

#include "engine/io/sqlite.h"
#include "engine/report/tables.h"
#include "tests/io/scratch_folder.h"
#include "tests/report/made_up.h"

using namespace zhaimao;

namespace {

struct Store {
    explicit Store(const Recording& recording = {}) {
        context.recording = recording;
        write_results_store(scratch.path / "results.sqlite", run_tables(context, ensemble),
                            &replicates);
    }
    [[nodiscard]] double number(const std::string& sql) const {
        const Database database(scratch.path / "results.sqlite", Database::Open::read_only);
        Statement row = database.prepare(sql);
        REQUIRE(row.step());
        return row.real(0);
    }
    ScratchFolder scratch;
    ReportContext context = made_up::context();
    Ensemble ensemble = made_up::ensemble();
    Replicates replicates{context, ensemble};
};

}  // namespace

TEST_CASE("results.sqlite holds every table with all its rows", "[report][results_store]") {
    const Store store;
    for (const Table& table : run_tables(store.context, store.ensemble))
        CHECK(store.number("SELECT count(*) FROM " + sql_name(table.name())) ==
              static_cast<double>(table.rows()));
}

TEST_CASE("each replicate stands by area, year and indicator", "[report][results_store]") {
    const Store store;
    // 1,800 people in the mean; the replicates differ from it by -30, -10, 10, 30.
    CHECK(store.number("SELECT value FROM replicate_area_year WHERE area_id = 141029 AND "
                       "year = 2016 AND indicator = 'poor_people' AND replicate = 4") == 1830.0);
    // The means of the table area_year come from nothing else.
    const double rounding = 8.0 * std::numeric_limits<double>::epsilon();  // of sums of four
    CHECK(
        store.number("SELECT max(abs(m.mean - r.mean) / max(abs(m.mean), 1)) FROM area_year m JOIN "
                     "(SELECT scenario, area_id, year, indicator, avg(value) AS mean FROM "
                     "replicate_area_year GROUP BY 1, 2, 3, 4) r "
                     "USING (scenario, area_id, year, indicator)") <= rounding);
    CHECK(store.number("SELECT count(*) FROM replicate_area_year WHERE year = 2015 AND "
                       "indicator = 'exited_people'") == 0.0);
    const auto rows = store.number("SELECT count(*) FROM area_year") * 4;
    CHECK(store.number("SELECT count(*) FROM replicate_area_year") == rows);
}

TEST_CASE("each replicate says in which year it met a target", "[report][results_store]") {
    const Store store;
    // Daning, delisted in 2018 in the first future, in 2019 in the others; its year is 2018.
    const std::string daning = " FROM replicate_target WHERE area_id = 141030 AND ";
    CHECK(store.number("SELECT year" + daning + "replicate = 1") == 2018.0);
    CHECK(store.number("SELECT count(*)" + daning + "year = 2019") == 3.0);
    CHECK(store.number("SELECT avg(coalesce(year <= deadline, 0))" + daning + "1") ==
          store.number("SELECT p_on_time FROM target WHERE area_id = 141030"));
    // Houma never in the last one.
    CHECK(store.number("SELECT count(*) FROM replicate_target WHERE area_id = 141081 AND year IS "
                       "NULL AND target = 'cohort'") == 1.0);
}

TEST_CASE("replicates of what is not recorded are not in the store", "[report][results_store]") {
    Recording some;
    some.income_classes = false;
    const Store store(some);
    const std::string of = "SELECT count(*) FROM replicate_area_year WHERE indicator = ";
    CHECK(store.number(of + "'gini'") == 0.0);
    CHECK(store.number(of + "'incidence'") > 0.0);
    CHECK(store.number("SELECT count(*) FROM replicate_area_year") ==
          store.number("SELECT count(*) FROM area_year") * 4);
}
