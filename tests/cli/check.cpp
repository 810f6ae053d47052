// `zhaimao check` as users run it.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/cli/finished.h"
#include "tests/cli/scenario_files.h"
#include "tests/io/scratch_folder.h"

namespace {

const std::string plan = scenarios + "linfen-plan.yaml";

}  // namespace

TEST_CASE("every scenario passes check --strict", "[cli][check]") {
    std::string files;
    for (const auto& entry : std::filesystem::directory_iterator(scenarios))
        if (entry.path().extension() == ".yaml") files += " " + entry.path().string();
    const Finished checked = run_program("check --strict" + files);
    INFO(checked.output);
    CHECK(checked.code == 0);
}

TEST_CASE("a study is checked as sweep would, and told from a scenario", "[cli][check]") {
    const std::string studies = zhaimao::source_dir() + "/tests/analysis/studies/";
    const Finished right = run_program("check " + studies + "grid.yaml");
    INFO(right.output);
    CHECK(right.code == 0);
    CHECK(right.output.starts_with(studies + "grid.yaml: no mistakes. A study: 2 factors, 6 points "
                                             "of 3 replicates each. Its scenario: "));
    const auto json =
        nlohmann::json::parse(run_program("check --json " + studies + "grid.yaml " + busy).output);
    CHECK(json["files"][0]["kind"] == "study");
    CHECK(json["files"][0]["points"] == 6);
    CHECK(json["files"][1]["kind"] == "scenario");
    for (const char* name : {"keys", "levels", "scenario-mistaken", "too-many"}) {
        const std::string file = studies + "mistakes/" + name + ".yaml";
        const Finished checked = run_program("check " + file);
        INFO(checked.output);
        CHECK(checked.code == 2);
        CHECK(checked.output.starts_with(run_program("sweep " + file).output));
    }
}

TEST_CASE("every study passes check --strict", "[cli][check]") {
    std::string files;
    for (const auto& entry : std::filesystem::directory_iterator(scenarios + "studies"))
        if (entry.path().extension() == ".yaml") files += " " + entry.path().string();
    const Finished checked = run_program("check --strict" + files);
    INFO(checked.output);
    CHECK(checked.code == 0);
}

TEST_CASE("errors come before warnings, then the count; only errors are wrong", "[cli][check]") {
    const std::string settings =
        " --set 'interventions.grants.eligible=students.university > 0' --set luck.persistence=3";
    const Finished both = run_program("check " + busy + settings);
    INFO(both.output);
    CHECK(both.code == 2);
    const std::size_t error = both.output.find("luck.persistence: 3 is above 1");
    const std::size_t warning = both.output.find("eligible: warning: reaches");
    REQUIRE(warning != std::string::npos);
    CHECK(error < warning);
    CHECK(both.output.ends_with("1 error, 1 warning in 1 file.\n"));
    const std::string odd = busy + " --set 'interventions.grants.eligible=students.university > 0'";
    CHECK(run_program("check " + odd).code == 0);
    CHECK(run_program("check --strict " + odd).code == 2);
}

TEST_CASE("a number without a source fails check --strict only", "[cli][check]") {
    const ScratchFolder scratch;
    std::ifstream in(busy);
    std::ofstream out(scratch.path / "busy.yaml");
    for (std::string line; std::getline(in, line);)
        if (!line.starts_with("source:")) out << line << '\n';
    out.close();
    const std::string file = (scratch.path / "busy.yaml").string();
    CHECK(run_program("check " + file).code == 0);
    const Finished strict = run_program("check --strict " + file);
    CHECK(strict.code == 2);
    CHECK(strict.output.find("luck.persistence: has no source") != std::string::npos);
    CHECK(strict.output.find("ensemble.seed") == std::string::npos);
}

TEST_CASE("the number of futures and their seed are no assumptions about the place",
          "[cli][check]") {
    const auto assumed = [](const std::string& options) {
        const auto json =
            nlohmann::json::parse(run_program("check --json " + plan + options).output);
        return std::pair{json["files"][0]["assumptions"], json["files"][0]["never_varied"]};
    };
    const auto as_written = assumed("");
    CHECK(assumed(" -n 40 --seed 7") == as_written);
    CHECK(assumed(" --set ensemble.replicates=40") == as_written);
    CHECK(assumed(" --set interventions.relocation.capacity.2016='8000 "
                  "people'") != as_written);
}

TEST_CASE("inputs known after as_of are listed", "[cli][check]") {
    const Finished text = run_program("check " + plan);
    INFO(text.output);
    CHECK(text.output.find("counties.*.rural_people (17): known 2021-12-31, assumption") !=
          std::string::npos);
    const auto json = nlohmann::json::parse(run_program("check --json " + plan).output);
    const auto& file = json["files"][0];
    CHECK(file["as_of"] == "2016-01-31");
    CHECK(file["known_later"].size() > 17);
    for (const auto& number : file["known_later"]) CHECK(number["known_on"] > "2016-01-31");
}

TEST_CASE("--effective prints one file as YAML, and nothing is asked beside it", "[cli][check]") {
    const std::string check = "check --effective " + busy;
    CHECK(run_program(check).output.starts_with("zhaimao: 1\n"));
    for (const auto& [more, message] :
         {std::pair{std::string(" --json"), "check --effective: prints YAML. Leave out --json\n"},
          {" --diff " + busy,
           "check: --effective prints one file, --diff where two differ. Ask for one\n"},
          {" " + busy, "check --effective: name one file, so that one document is printed\n"}}) {
        const Finished refused = run_program(check + more);
        CHECK(refused.code == 2);
        CHECK(refused.output == message);
    }
}

TEST_CASE("--diff shows values with their places and sources, and counts them", "[cli][check]") {
    const std::string other = scenarios + "linfen-no-relocation.yaml";
    const Finished same = run_program("check --diff " + plan + " " + plan);
    CHECK(same.output == "0 values differ.\n");
    const Finished text = run_program("check --diff " + plan + " " + other);
    INFO(text.output);
    CHECK(text.code == 0);
    CHECK(text.output.find("interventions.relocation.capacity.2016: 11000 people (") !=
          std::string::npos);
    CHECK(text.output.find(") -> 0 people (") != std::string::npos);
    CHECK(text.output.find("linfen-no-relocation.yaml:") != std::string::npos);
    CHECK(text.output.ends_with("2 values differ.\n"));
    const auto json =
        nlohmann::json::parse(run_program("check --diff --json " + plan + " " + other).output);
    REQUIRE(json.size() == 2);
    CHECK(json[0]["path"] == "interventions.relocation.capacity.2016");
    CHECK(json[0]["after"]["value"] == "0 people");
}

TEST_CASE("--diff shows a subtree of one side as one line", "[cli][check]") {
    const Finished text =
        run_program("check --diff " + plan + " " + scenarios + "linfen-paced.yaml");
    CHECK(text.output.find("exit_plan: (absent) -> {2016+: 60000 people} (") != std::string::npos);
    const Finished nothing =
        run_program("check --diff " + plan + " " + scenarios + "linfen-nothing.yaml");
    CHECK(nothing.output.find("interventions.dibao: only in " + plan) != std::string::npos);
    CHECK(nothing.output.find("0 values differ; ") != std::string::npos);
}
