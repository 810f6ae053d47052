// `zhaimao sweep` and `merge` as users run them: what is in the folder, and that it is the same
// however the study was computed.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "engine/io/sqlite.h"
#include "tests/cli/finished.h"
#include "tests/cli/study_tables.h"
#include "tests/io/file_bytes.h"
#include "tests/io/scratch_folder.h"

using namespace zhaimao;

namespace {

namespace fs = std::filesystem;

const std::string studies = source_dir() + "/tests/analysis/studies/";

Finished sweep(const std::string& study, const fs::path& folder, const std::string& options = "") {
    return run_program("sweep " + studies + study + " -o " + folder.string() + " " + options);
}

double number_in(const fs::path& store, const std::string& sql) {
    const Database database(store, Database::Open::existing);
    Statement row = database.prepare(sql);
    REQUIRE(row.step());
    return row.real(0);
}

}  // namespace

TEST_CASE("a study's folder holds every point, what it was set to and what came out",
          "[cli][sweep]") {
    const ScratchFolder scratch;
    const Finished run = sweep("grid.yaml", scratch.path / "s", "-q -j 2");
    INFO(run.output);
    REQUIRE(run.code == 0);
    CHECK(run.output.starts_with("Two by three | grid, 6 points, 2 factors | 3 replicates"));
    CHECK(run.output.find("Poor people in 2020: mean ") != std::string::npos);
    const std::string points = bytes_of(scratch.path / "s" / "tables" / "sweep_point.csv");
    CHECK(
        points.starts_with("\xEF\xBB\xBFpoint,factor,value,level\r\n0,movers,0,0 people\r\n"
                           "0,who,,nearest_deadline\r\n1,movers,0,0 people\r\n"));
    const fs::path store = scratch.path / "s" / "study.sqlite";
    CHECK(number_in(store, "SELECT count(*) FROM sweep_outcome") == 24.0);
    CHECK(number_in(store, "SELECT count(*) FROM sweep_replicate") == 72.0);
    CHECK(number_in(store, "SELECT count(*) FROM sensitivity") == 16.0);
    CHECK(number_in(store,
                    "SELECT max(mean) FROM sweep_outcome WHERE outcome = 'moved' AND "
                    "point < 3") == 0.0);
    CHECK(fs::exists(scratch.path / "s" / "manifest.json"));
}

TEST_CASE("a study of a sample says so", "[cli][sweep]") {
    const ScratchFolder scratch;
    const fs::path study = scratch.path / "sample.yaml", folder = scratch.path / "s";
    std::ofstream(study) << "zhaimao: 1\nscenario: " << source_dir()
                         << "/scenarios/linfen-plan.yaml\n"
                            "change: {population.sample.one_in: 1000, ensemble.replicates: 1}\n"
                            "factors: {quota: {path: interventions.relocation.capacity.2017+, "
                            "levels: [0 people, 11000 people]}}\ndesign: {kind: grid}\n"
                            "outputs: {poor: {indicator: poor_people, year: 2020}}\n";
    const std::string line = "sweep " + study.string() + " -q -o " + folder.string();
    const Finished run = run_program(line);
    INFO(run.output);
    REQUIRE(run.code == 0);
    CHECK(run.output.find(", 1 factors | 1 in 1000 households simulated, 1 replicate, ") !=
          std::string::npos);
    CHECK(run.output.find("\nCounts are weighted: each simulated household stands for 1000.\n") !=
          std::string::npos);
    CHECK(nlohmann::json::parse(run_program(line + " --json").output)["one_in"] == 1000);
    const std::string md = (scratch.path / "r.md").string();
    REQUIRE(run_program("report " + folder.string() + " -o " + md).code == 0);
    CHECK(bytes_of(md).find(", 1 in 1000 households simulated, 1 future") != std::string::npos);
}

TEST_CASE("a point's outcomes are those of the scenario run with its values", "[cli][sweep]") {
    const ScratchFolder scratch;
    REQUIRE(sweep("grid.yaml", scratch.path / "s", "-q").code == 0);
    REQUIRE(run_program("run " + source_dir() + "/tests/laws/busy.yaml -q -n 3 -o " +
                        (scratch.path / "run").string() +
                        " --set 'interventions.relocation.capacity.2017+=90 people' --set "
                        "interventions.training.allocation=by_people")
                .code == 0);
    const double swept =
        number_in(scratch.path / "s" / "study.sqlite",
                  "SELECT mean FROM sweep_outcome WHERE point = 4 AND outcome = 'poor'");
    CHECK(swept == number_in(scratch.path / "run" / "results.sqlite",
                             "SELECT mean FROM area_year WHERE area_id = 141000 AND year = 2020 "
                             "AND indicator = 'poor_people'"));
    CHECK(swept > 0.0);
}

TEST_CASE("one thread, three, and three parts merged give the same tables", "[cli][sweep]") {
    const ScratchFolder scratch;
    REQUIRE(sweep("saltelli.yaml", scratch.path / "one", "-q -j 1").code == 0);
    REQUIRE(sweep("saltelli.yaml", scratch.path / "three", "-q -j 3").code == 0);
    for (const char* part : {"2/3", "1/3", "3/3"})
        REQUIRE(sweep("saltelli.yaml", scratch.path / "parts", "-q --shard " + std::string(part))
                    .code == 0);
    CHECK_FALSE(fs::exists(scratch.path / "parts" / "study.sqlite"));
    const Finished merged = run_program("merge " + studies + "saltelli.yaml -q -o " +
                                        (scratch.path / "parts").string());
    INFO(merged.output);
    REQUIRE(merged.code == 0);
    const std::string tables = tables_of(scratch.path / "one");
    CHECK(tables_of(scratch.path / "three") == tables);
    CHECK(tables_of(scratch.path / "parts") == tables);
}

TEST_CASE("what is missing after a merge is said, and computed by sweep", "[cli][sweep]") {
    const ScratchFolder scratch;
    const std::string folder = (scratch.path / "s").string();
    REQUIRE(sweep("grid.yaml", folder, "-q --shard 1/2").code == 0);
    const Finished merged = run_program("merge " + studies + "grid.yaml -q -o " + folder);
    CHECK(merged.code == 2);
    CHECK(merged.output.find("3 of 6 points are in none of the stores") != std::string::npos);
    CHECK(run_program("report " + folder + " -o " + folder + "/x.md")
              .output.find("is of a study that is not finished. `zhaimao sweep STUDY` goes on") !=
          std::string::npos);
    REQUIRE(sweep("grid.yaml", folder, "-q").code == 0);
    REQUIRE(sweep("grid.yaml", scratch.path / "whole", "-q").code == 0);
    CHECK(tables_of(folder) == tables_of(scratch.path / "whole"));
}

TEST_CASE("a finished study is not computed again", "[cli][sweep]") {
    const ScratchFolder scratch;
    REQUIRE(sweep("grid.yaml", scratch.path / "s", "-q").code == 0);
    const fs::path store = scratch.path / "s" / "study.sqlite";
    const double seconds = number_in(store, "SELECT sum(seconds) FROM finished");
    const std::string tables = tables_of(scratch.path / "s");
    REQUIRE(sweep("grid.yaml", scratch.path / "s", "-q").code == 0);
    CHECK(number_in(store, "SELECT sum(seconds) FROM finished") == seconds);
    CHECK(tables_of(scratch.path / "s") == tables);
}

TEST_CASE("points that fail are recorded, the others are not lost, the exit code is 3",
          "[cli][sweep]") {
    const ScratchFolder scratch;
    const Finished run = sweep("fails.yaml", scratch.path / "s", "-q");
    INFO(run.output);
    CHECK(run.code == 3);
    CHECK(run.output.find("point 1: ") != std::string::npos);
    CHECK(run.output.find("\n1 of 4 points have no outcome: without them no index of a grid can be "
                          "given.\n") != std::string::npos);
    const fs::path store = scratch.path / "s" / "study.sqlite";
    CHECK(number_in(store, "SELECT count(*) FROM finished") == 3.0);
    CHECK(number_in(store, "SELECT point FROM failure") == 1.0);
    CHECK(number_in(store, "SELECT count(*) FROM sweep_point") == 8.0);
    CHECK(sweep("fails.yaml", scratch.path / "s", "-q").code == 3);
}

TEST_CASE("the store of another study, or anything else in its place, is refused", "[cli][sweep]") {
    const ScratchFolder scratch;
    REQUIRE(sweep("grid.yaml", scratch.path / "s", "-q").code == 0);
    const std::string tables = tables_of(scratch.path / "s");
    const Finished other = sweep("grid.yaml", scratch.path / "s", "-q -n 4");
    CHECK(other.code == 2);
    CHECK(other.output.find("is of another study") != std::string::npos);
    CHECK(tables_of(scratch.path / "s") == tables);
    {
        Database database(scratch.path / "s" / "study.sqlite", Database::Open::existing);
        database.execute("UPDATE manifest SET value = '0.0.9 abc' WHERE key = 'program'");
    }
    const Finished version = sweep("grid.yaml", scratch.path / "s", "-q");
    CHECK(version.code == 2);
    CHECK(version.output.find("another version of the program (0.0.9 abc; this is ") !=
          std::string::npos);

    fs::create_directories(scratch.path / "mine");
    std::ofstream(scratch.path / "mine" / "study.sqlite") << "my notes, and not a database";
    CHECK(sweep("grid.yaml", scratch.path / "mine", "-q").code == 2);
    CHECK(bytes_of(scratch.path / "mine" / "study.sqlite").starts_with("my notes"));
    fs::create_directories(scratch.path / "full");
    std::ofstream(scratch.path / "full" / "notes.txt") << "mine";
    CHECK(sweep("grid.yaml", scratch.path / "full", "-q").code == 2);
    CHECK(run_program("run " + source_dir() + "/tests/laws/busy.yaml -n 1 -q -o " +
                      (scratch.path / "s").string())
              .code == 2);  // a study's folder is no run folder
}

TEST_CASE("--status says how far a study is, and --shard what it takes", "[cli][sweep]") {
    const ScratchFolder scratch;
    const std::string folder = (scratch.path / "s").string();
    CHECK(run_program("sweep --status " + folder).code == 2);
    REQUIRE(sweep("grid.yaml", folder, "-q --shard 1/2").code == 0);
    const Finished status = run_program("sweep --status " + studies + "grid.yaml -o " + folder);
    INFO(status.output);
    CHECK(status.code == 0);
    CHECK(status.output.find("\n3 of 3 points, complete\n") != std::string::npos);
    CHECK(status.output.find("All parts together: 3 of 6 points\n") != std::string::npos);
    REQUIRE(sweep("grid.yaml", folder, "-q --shard 2/2").code == 0);
    CHECK(run_program("sweep --status " + folder)
              .output.find("All parts together: 6 of 6 points, complete\n") != std::string::npos);
    const auto json = nlohmann::json::parse(run_program("sweep --json --status " + folder).output);
    REQUIRE(json.size() == 2);
    CHECK(json[1]["done"] == 3);
    CHECK(json[1]["part"]["points"] == 3);
    CHECK(json[1]["complete"] == true);
    for (const char* wrong : {"0/2", "3/2", "1", "a/b", "1/2x"})
        CHECK(sweep("grid.yaml", folder, "--shard " + std::string(wrong)).code == 2);
    CHECK(run_program("run x.yaml --shard 1/2").code == 2);
}

TEST_CASE("a store that is not there is refused by its name, and not made", "[cli][sweep]") {
    const ScratchFolder scratch;
    REQUIRE(sweep("grid.yaml", scratch.path / "s", "-q").code == 0);
    const std::string there = (scratch.path / "s" / "study.sqlite").string();
    const std::string before = bytes_of(there);
    const fs::path typo = scratch.path / "typo.sqlite", empty = scratch.path / "empty.sqlite";
    std::ofstream{empty};
    for (const auto& [file, message] :
         {std::pair{typo, "no such store"}, std::pair{empty, "is no store of a study"}}) {
        const Finished merged =
            run_program("merge " + studies + "grid.yaml " + there + " " + file.string() +
                        " -q -o " + (scratch.path / "merged").string());
        CHECK(merged.code == 2);
        CHECK(merged.output.find(file.string() + ": " + message) != std::string::npos);
    }
    CHECK(run_program("merge " + studies + "grid.yaml /etc/passwd").output ==
          "/etc/passwd: is no store of a study\n");
    CHECK_FALSE(fs::exists(typo));
    CHECK_FALSE(fs::exists(scratch.path / "merged"));
    // What is only read stays as it is, and nothing is left beside it.
    REQUIRE(run_program("sweep --status " + there).code == 0);
    REQUIRE(run_program("merge " + studies + "grid.yaml " + there + " -q -o " +
                        (scratch.path / "merged").string())
                .code == 0);
    CHECK(bytes_of(there) == before);
    CHECK_FALSE(fs::exists(there + "-wal"));
    CHECK_FALSE(fs::exists(there + "-shm"));
    CHECK(tables_of(scratch.path / "merged") == tables_of(scratch.path / "s"));
}

TEST_CASE("a store of another study is not merged, and nothing is made for it", "[cli][sweep]") {
    const ScratchFolder scratch;
    REQUIRE(sweep("grid.yaml", scratch.path / "other", "-q -n 4").code == 0);
    const std::string other = (scratch.path / "other" / "study.sqlite").string();
    const Finished merged = run_program("merge " + studies + "grid.yaml " + other + " -q -o " +
                                        (scratch.path / "merged").string());
    CHECK(merged.code == 2);
    CHECK(merged.output ==
          other +
              ": is of another study (its file, its scenario or an option has changed since). "
              "Name only stores of this study, by this version of the program\n");
    CHECK_FALSE(fs::exists(scratch.path / "merged"));
}

TEST_CASE("a study is told in Chinese, and in JSON", "[cli][sweep]") {
    const ScratchFolder scratch;
    const Finished zh = sweep("grid.yaml", scratch.path / "s", "-q --lang zh");
    CHECK(zh.output.find("2020年贫困人口：均值") != std::string::npos);
    CHECK(zh.output.find(" people") == std::string::npos);
    CHECK(zh.output.find("一阶指数S1") != std::string::npos);
    const Finished json = sweep("grid.yaml", scratch.path / "s", "-q --json");
    const auto parsed = nlohmann::json::parse(json.output);
    CHECK(parsed["sensitivity"].size() == 16);
    CHECK(parsed["sensitivity"][0]["index"] == "S1");
    REQUIRE(parsed["outcomes"].size() == 4);
    CHECK(parsed["outcomes"][1]["outcome"] == "moved");
    CHECK(parsed["outcomes"][1]["lowest"] == 0.0);
    CHECK(parsed["outcomes"][1]["mean"] > 0.0);
    CHECK(parsed["failures"].empty());
    std::string failing = sweep("fails.yaml", scratch.path / "f", "-q --json").output;
    failing.resize(failing.rfind("\n}") + 2);  // what failed follows on standard error
    CHECK(nlohmann::json::parse(failing)["failures"][0]["point"] == 1);
    CHECK(nlohmann::json::parse(failing)["outcomes"][0]["without"] == 1);
}

TEST_CASE("studies are no runs to hold against each other: their tables are named",
          "[cli][sweep]") {
    const ScratchFolder scratch;
    const std::string folder = (scratch.path / "s").string();
    REQUIRE(sweep("grid.yaml", folder, "-q").code == 0);
    const Finished refused =
        run_program("report " + folder + " " + folder + " -o " + folder + ".md");
    CHECK(refused.code == 2);
    CHECK(refused.output.find("Its tables are in '" + folder + "/tables'") != std::string::npos);
}

TEST_CASE("what a part says is to be typed next can be typed", "[cli][sweep]") {
    const ScratchFolder scratch;
    const std::string folder = "'" + (scratch.path / "two parts").string() + "'";
    const std::string options = " -n 2 --set 'growth.rates.wages.2019+=5 %' -q";
    const Finished first = sweep("grid.yaml", folder, options + " --shard 1/2");
    const std::size_t at = first.output.find("zhaimao merge ");
    INFO(first.output);
    REQUIRE(at != std::string::npos);
    const Finished second = sweep("grid.yaml", folder, options + " --shard 2/2 --json");
    const auto json = nlohmann::json::parse(second.output);
    CHECK(json["part"]["index"] == 2);
    CHECK(json["complete"] == true);
    CHECK(json["failures"].empty());
    const std::string line = json["merge"];
    CHECK(first.output.substr(at) == line + "\n");
    CHECK(run_program(line.substr(std::string("zhaimao ").size())).code == 0);
}
