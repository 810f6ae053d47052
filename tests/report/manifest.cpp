#include "engine/report/manifest.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "engine/io/sha256.h"
#include "tests/io/scratch_folder.h"
#include "tests/report/made_up.h"

using namespace zhaimao;

TEST_CASE("a manifest says what made the run", "[report][manifest]") {
    Manifest manifest;
    manifest.scenario = "plan";
    manifest.about = about(made_up::context());
    manifest.inputs = hash_inputs({{"plan.yaml", "abc"}});
    manifest.settings = {{"horizon", "2024"}};
    manifest.command_line = "run plan.yaml \xFF";  // no UTF-8
    manifest.seed = 18446744073709551615ULL;
    manifest.replicates = 200;
    const auto j = nlohmann::json::parse(manifest_json(manifest));
    CHECK(j["program"] == "zhaimao");
    CHECK(j["seed"] == 18446744073709551615ULL);
    CHECK(j["replicates"] == 200);
    CHECK(j["settings"]["horizon"] == "2024");
    CHECK(j["inputs"][0]["path"] == "plan.yaml");
    CHECK(j["inputs"][0]["sha256"] == sha256("abc"));
    const About about = about_from(j["about"]);
    CHECK(about.title.zh == "虚构规划");
    CHECK(about.exit_task.size() == 3);
    CHECK(about.exit_task[1].year == 2017);
    CHECK(about.exit_task[1].people == 2000.0);
    REQUIRE(about.limits.size() == 3);
    CHECK(about.limits[0]->threshold == 0.03);
    CHECK_FALSE(about.limits[2]);
    REQUIRE(about.rules.of(1) != nullptr);
    CHECK(about.rules.of(1)->designation == Designation::national);
    CHECK(about.rules.of(1)->region == region_count);
    CHECK(about.rules.of(1)->rules == made_up::context().rules.of(1)->rules);
    CHECK(about.rules.of(2) == nullptr);
    for (const char* key : {"version", "git_commit", "compiler", "host", "isa", "threads",
                            "wall_seconds", "written"}) {
        CHECK(j.contains(key));
    }
}

TEST_CASE("a run folder is known by its manifest", "[report][manifest]") {
    const ScratchFolder scratch;
    CHECK_FALSE(is_run_folder(scratch.path));
    std::ofstream(scratch.path / "manifest.json") << "not JSON";
    CHECK_FALSE(is_run_folder(scratch.path));
    std::ofstream(scratch.path / "manifest.json") << R"({"program": "another"})";
    CHECK_FALSE(is_run_folder(scratch.path));
    std::ofstream(scratch.path / "manifest.json") << manifest_json({});
    CHECK(is_run_folder(scratch.path));
}
