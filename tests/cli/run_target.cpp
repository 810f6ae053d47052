#include "engine/cli/run_target.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "engine/core/diagnostics.h"
#include "tests/cli/finished.h"
#include "tests/cli/scenario_files.h"
#include "tests/io/file_bytes.h"
#include "tests/report/made_up_run.h"

using namespace zhaimao;

namespace {

namespace fs = std::filesystem;

Manifest coming(const std::string& command, std::int64_t replicates, std::uint64_t seed) {
    Manifest manifest;
    manifest.command = command;
    manifest.scenario = "made-up";
    manifest.replicates = replicates;
    manifest.seed = seed;
    return manifest;
}

}  // namespace

TEST_CASE("what a run wrote may be replaced, what stands beside it not", "[cli][run_target]") {
    const MadeUpRun made;
    CHECK(files_of_no_run(made.folder).empty());
    CHECK_NOTHROW(refuse_unless_replaceable(made.folder));
    CHECK_NOTHROW(refuse_unless_replaceable(made.scratch.path / "absent"));
    std::ofstream(made.folder / "notes.txt") << "mine";
    std::ofstream(made.folder / "tables" / "mine.csv") << "mine";
    fs::create_directory(made.folder / "empty");
    CHECK(files_of_no_run(made.folder) == std::vector<std::string>{"notes.txt", "tables/mine.csv"});
    CHECK_THROWS_AS(refuse_unless_replaceable(made.folder), InputError);
}

TEST_CASE("a finished run gives way to another kind of result or other futures, and that is said",
          "[cli][run_target]") {
    const MadeUpRun made;
    CHECK(replaced_text(made.folder, coming("run", 4, 2016)).empty());
    CHECK(replaced_text(made.scratch.path / "absent", coming("run", 4, 2016)).empty());
    CHECK(replaced_text(made.folder, coming("decompose", 1, 7)) ==
          made.folder.string() +
              ": `run` of made-up, 4 replicates, seed 2016 will be replaced by `decompose` of "
              "made-up, 1 replicate, seed 7");
}

TEST_CASE("files of the user's in a run folder are named before anything is simulated, and stay",
          "[cli][run_target]") {
    const ScratchFolder scratch;
    const fs::path folder = scratch.path / "keep";
    const std::string again = "run " + busy + " -n 2 -o " + folder.string();
    REQUIRE(run_program(again).code == 0);
    REQUIRE(run_program("report " + folder.string() + " -o " + (folder / "my-report.md").string())
                .code == 0);
    std::ofstream(folder / "notes.txt") << "mine";
    const std::string manifest = bytes_of(folder / "manifest.json");
    for (const std::string& command :
         {again, "compare " + busy + " " + busy + " -n 1 -o " + folder.string(),
          "decompose " + busy + " -n 1 -o " + folder.string()}) {
        const Finished refused = run_program(command);
        INFO(refused.output);
        CHECK(refused.code == 2);
        CHECK(refused.output ==
              folder.string() +
                  ": holds what no run wrote (my-report.md, notes.txt), and would be replaced "
                  "whole. Move them elsewhere, or name another folder with -o\n");
    }
    CHECK(bytes_of(folder / "notes.txt") == "mine");
    CHECK(bytes_of(folder / "manifest.json") == manifest);
    fs::remove(folder / "notes.txt");
    fs::remove(folder / "my-report.md");
    const Finished replaced = run_program("run " + busy + " -n 1 -o " + folder.string());
    CHECK(replaced.code == 0);
    CHECK(replaced.output.find("2 replicates, seed 2016 will be replaced by `run` of busy, 1 "
                               "replicate, seed 2016\n") != std::string::npos);
}
