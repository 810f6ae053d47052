#include "engine/io/sqlite_table.h"

#include <catch2/catch.hpp>

#include "tests/io/file_bytes.h"
#include "tests/io/scratch_folder.h"

using namespace zhaimao;

namespace {

Table made_up_table() {
    Table table("area_year", {{"scenario", CellType::text},
                              {"area_id", CellType::whole},
                              {"year", CellType::whole},
                              {"mean", CellType::real},
                              {"n", CellType::whole}});
    table.add_row(
        {std::string("plan"), std::int64_t{141030}, std::int64_t{2016}, 0.1, std::int64_t{4}});
    table.add_row({std::string("plan"), std::int64_t{141031}, std::int64_t{2016}, std::monostate{},
                   std::int64_t{0}});
    return table;
}

std::string one_text(const Database& database, const std::string& sql) {
    Statement row = database.prepare(sql);
    REQUIRE(row.step());
    return row.text(0);
}

}  // namespace

TEST_CASE("a table keeps its types, its rows in order, and finds them by what names them",
          "[io][sqlite]") {
    const ScratchFolder scratch;
    Database database = create_database(scratch.path / "x.sqlite");
    write_table(database, made_up_table());
    CHECK(one_text(database, "SELECT group_concat(type) FROM pragma_table_info('area_year')") ==
          "TEXT,INTEGER,INTEGER,REAL,INTEGER");
    CHECK(one_text(database, "SELECT group_concat(area_id) FROM area_year") == "141030,141031");
    CHECK(one_text(database, "SELECT typeof(mean) FROM area_year WHERE area_id = 141031") ==
          "null");
    Statement plan = database.prepare(
        "EXPLAIN QUERY PLAN SELECT mean FROM area_year WHERE area_id = 141030 AND year = 2016");
    REQUIRE(plan.step());
    CHECK(plan.text(3).find("USING INDEX area_year_key (area_id=? AND year=?)") !=
          std::string::npos);
}

TEST_CASE("the same tables give the same bytes", "[io][sqlite]") {
    const ScratchFolder scratch;
    for (const char* name : {"a.sqlite", "b.sqlite"}) {
        Database database = create_database(scratch.path / name);
        database.transaction([&] { write_table(database, made_up_table()); });
    }
    CHECK(bytes_of(scratch.path / "a.sqlite") == bytes_of(scratch.path / "b.sqlite"));
    CHECK_FALSE(bytes_of(scratch.path / "a.sqlite").empty());
}
