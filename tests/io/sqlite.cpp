#include "engine/io/sqlite.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "engine/core/diagnostics.h"
#include "tests/io/scratch_folder.h"

using namespace zhaimao;

TEST_CASE("values come back from SQLite as they went in, to the bit", "[io][sqlite]") {
    const ScratchFolder scratch;
    Database database(scratch.path / "x.sqlite", Database::Open::create);
    database.execute("CREATE TABLE t (a TEXT, b INTEGER, c REAL, d REAL)");
    const double third = 1.0 / 3.0;
    const std::int64_t large = std::numeric_limits<std::int64_t>::max();
    database.prepare("INSERT INTO t VALUES (?, ?, ?, ?)")
        .bind("临汾 'x'")
        .bind(large)
        .bind(third)
        .bind(std::nan(""))
        .run();
    Statement rows = database.prepare("SELECT a, b, c, d FROM t");
    REQUIRE(rows.step());
    CHECK(rows.text(0) == "临汾 'x'");
    CHECK(rows.whole(1) == large);
    CHECK(rows.real(2) == third);
    CHECK(std::isnan(rows.real(3)));
    CHECK(rows.cell(3) == Cell{std::monostate{}});
    CHECK_FALSE(rows.step());
}

TEST_CASE("a transaction that throws leaves nothing", "[io][sqlite]") {
    const ScratchFolder scratch;
    Database database(scratch.path / "x.sqlite", Database::Open::create);
    database.execute("CREATE TABLE t (a)");
    CHECK_THROWS_AS(database.transaction([&] {
        database.execute("INSERT INTO t VALUES (1)");
        throw InputError("no");
    }),
                    InputError);
    Statement count = database.prepare("SELECT count(*) FROM t");
    REQUIRE(count.step());
    CHECK(count.whole(0) == 0);
    CHECK(database.has_table("t"));
    CHECK_FALSE(database.has_table("u"));
}

TEST_CASE("what SQLite cannot do names the file and why", "[io][sqlite]") {
    const ScratchFolder scratch;
    const std::string missing = (scratch.path / "no" / "x.sqlite").string();
    CHECK_THROWS_WITH(Database(missing, Database::Open::create),
                      Catch::StartsWith(missing) && Catch::Contains("unable to open"));
    Database database(scratch.path / "x.sqlite", Database::Open::create);
    CHECK_THROWS_AS(database.execute("SELECT nonsense"), MachineError);
}

TEST_CASE("names and texts are quoted as SQL quotes them", "[io][sqlite]") {
    CHECK(sql_name("a \"b\"") == R"("a ""b""")");
    CHECK(sql_text("it's") == "'it''s'");
}

TEST_CASE("a file that is only read stays as it is, whatever its name and its journal",
          "[io][sqlite]") {
    const ScratchFolder scratch;
    for (const char* journal : {"DELETE", "WAL"}) {
        const std::filesystem::path file = scratch.path / (std::string("50%20 a?b#") + journal);
        {
            Database database(file, Database::Open::create);
            database.execute(std::string("PRAGMA journal_mode = ") + journal);
            database.execute("CREATE TABLE t (a); INSERT INTO t VALUES (7)");
        }
        {
            Database database(file, Database::Open::read_only);
            CHECK(database.has_table("t"));
            CHECK_THROWS_AS(database.execute("DELETE FROM t"), MachineError);
        }
        CHECK_FALSE(std::filesystem::exists(file.string() + "-wal"));
        CHECK_FALSE(std::filesystem::exists(file.string() + "-shm"));
        // While another writes ahead, what it has written is seen.
        Database writer(file, Database::Open::existing);
        writer.execute("INSERT INTO t VALUES (8)");
        const Database reader(file, Database::Open::read_only);
        Statement sum = reader.prepare("SELECT sum(a) FROM t");
        REQUIRE(sum.step());
        CHECK(sum.whole(0) == 15);
    }
}
