#include "engine/report/run_folder.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "engine/core/diagnostics.h"
#include "engine/io/csv.h"
#include "engine/io/sha256.h"
#include "engine/report/tables.h"
#include "tests/io/scratch_folder.h"
#include "tests/report/made_up.h"

using namespace zhaimao;

TEST_CASE("a run folder holds every table, the manifest and the configuration",
          "[report][run_folder]") {
    const ScratchFolder scratch;
    const std::filesystem::path path = scratch.path / "run";
    const std::vector<Table> tables = run_tables(made_up::context(), made_up::ensemble());
    const std::atomic<bool> cancel{false};
    REQUIRE(write_run_folder({path, {}, "start: 2015\n"}, tables, cancel));
    for (const Table& table : tables) {
        std::ifstream in(path / "tables" / (table.name() + ".csv"), std::ios::binary);
        CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == to_csv(table));
    }
    std::ifstream manifest(path / "manifest.json");
    const auto json = nlohmann::json::parse(manifest);
    CHECK(json["tables"].size() == tables.size());
    CHECK(json["table_sha256"]["results.sqlite"] == sha256_of_file(path / "results.sqlite"));
    CHECK(std::filesystem::exists(path / "effective.yaml"));
    CHECK_NOTHROW(refuse_unless_run_folder(path));
    CHECK_THROWS_AS(refuse_unless_run_folder(scratch.path), InputError);
}

TEST_CASE("a cancelled run folder leaves nothing", "[report][run_folder]") {
    const ScratchFolder scratch;
    const std::atomic<bool> cancel{true};
    CHECK_FALSE(write_run_folder({scratch.path / "run", {}, ""}, {}, cancel));
    CHECK(std::filesystem::is_empty(scratch.path));
}
