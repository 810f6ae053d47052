// The program as users run it: exit codes, messages, run folders. Small scenarios only.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "tests/cli/finished.h"
#include "tests/cli/scenario_files.h"
#include "tests/io/file_bytes.h"
#include "tests/io/scratch_folder.h"
#include "tests/paths.h"

namespace {

using zhaimao::source_dir;

void refuses(const std::string& arguments, int code, const std::string& message) {
    const Finished finished = run_program(arguments);
    INFO(arguments << "\n" << finished.output);
    CHECK(finished.code == code);
    CHECK(finished.output.find(message) != std::string::npos);
}

}  // namespace

TEST_CASE("bad input ends with exit code 2, its place and a hint", "[cli]") {
    const ScratchFolder scratch;
    const std::string out = " -n 1 -q -o " + (scratch.path / "run").string();
    refuses("run nowhere.yaml", 2, "nowhere.yaml: no such file");
    refuses("run " + source_dir(), 2, "is a folder");
    refuses("rn x.yaml", 2, "did you mean 'run'?");
    refuses("run --replicats 3 " + busy, 2, "did you mean '--replicates'?");
    refuses("run " + busy + " -n -1", 2, "'-1' is not a whole number");
    refuses("run " + busy + out + " --set luck.permanent_sdd=0.1", 2,
            "did you mean 'luck.permanent_sd'?");
    refuses("run " + busy + out + " --set 'luck.permanent_sd=3 people'", 2,
            "'3 people' is in people (expected a plain number)");
    refuses("run " + busy + out + " --set horizon=1990", 2,
            "the horizon must be later than the start");
    CHECK_FALSE(std::filesystem::exists(scratch.path / "run"));
}

TEST_CASE("a study, a scenario and a run folder in each other's place are told apart", "[cli]") {
    const std::string study = source_dir() + "/tests/analysis/studies/grid.yaml";
    for (const std::string& command :
         {"run " + study, "decompose " + study, "compare " + busy + " " + study,
          "compare " + study + " " + busy}) {
        const Finished finished = run_program(command);
        CHECK(finished.code == 2);
        CHECK(finished.output ==
              study + ": this is a study, not a scenario: zhaimao sweep " + study + "\n");
    }
    for (const char* command : {"sweep ", "merge "})
        CHECK(run_program(command + busy).output ==
              busy + ": this is a scenario, not a study: zhaimao run " + busy + "\n");
    const ScratchFolder scratch;
    const std::string run = (scratch.path / "run").string();
    REQUIRE(run_program("run " + busy + " -n 1 -q -o " + run).code == 0);
    for (const char* command : {"run ", "compare ", "check ", "sweep ", "decompose "})
        refuses(command + run + (command == std::string("compare ") ? " " + run : ""), 2,
                run + "/effective.yaml; `zhaimao report " + run + " -o FILE`");
}

TEST_CASE("an output folder that is no run is left alone, one that cannot be made is said",
          "[cli]") {
    const ScratchFolder scratch;
    std::ofstream(scratch.path / "mine.txt") << "mine";
    refuses("run " + busy + " -n 1 -q -o " + scratch.path.string(), 2, "is not a run folder");
    CHECK(bytes_of(scratch.path / "mine.txt") == "mine");
    refuses("run " + busy + " -n 1 -q -o /proc/no/run", 1, "cannot be made");
}

TEST_CASE("an output folder that cannot be made is said before anything is simulated", "[cli]") {
    const ScratchFolder scratch;
    const std::string base = scratch.path.string() + "/", longest(300, 'x');
    std::filesystem::create_symlink("nowhere", base + "dangling");
    const std::string forever =
        "timeout 20 " + zhaimao::program() + " run " + busy + " -n 100000 -q";
    const Finished link = run_command(forever + " -o " + base + "dangling");
    CHECK(link.code == 2);
    CHECK(link.output ==
          base + "dangling: is a link to nothing. Remove it, or name another folder with -o\n");
    const Finished name = run_command(forever + " -o " + base + longest);
    CHECK(name.code == 1);
    CHECK(name.output == "zhaimao: " + base + longest + ": cannot be made (File name too long)\n");
    std::filesystem::create_directory(base + "gone");
    const Finished gone =
        run_command("cd " + base + "gone && rmdir ../gone && " + forever + " -o run");
    CHECK(gone.code == 1);
    CHECK(gone.output == "zhaimao: run: cannot be made (No such file or directory)\n");
}

TEST_CASE("more replicates than memory keeps need a temporary folder, of two none", "[cli]") {
    const ScratchFolder scratch;
    const std::string missing = (scratch.path / "none").string();
    const std::string out = (scratch.path / "run").string();
    const std::string run = "TMPDIR=" + missing + " " + zhaimao::program() + " run " +
                            zhaimao::source_dir() + "/bench/exitbench-sample.yaml -q -o " + out;
    const Finished many = run_command(run + " -n 20");
    CHECK(many.code == 1);
    CHECK(many.output == "zhaimao: " + missing +
                             ": a temporary file cannot be made (No such file or directory). Let "
                             "TMPDIR name another folder\n");
    CHECK_FALSE(std::filesystem::exists(out));
    CHECK(run_command(run + " -n 2").code == 0);
}

TEST_CASE(
    "a run folder is whole, is replaced by a new run, and its effective.yaml gives the same tables",
    "[cli]") {
    const ScratchFolder scratch;
    const std::filesystem::path first = scratch.path / "first";
    const std::filesystem::path second = scratch.path / "second";
    REQUIRE(run_program("run " + busy + " -n 3 -j 2 -q -o " + first.string()).code == 0);
    REQUIRE(run_program("run " + busy + " -n 3 -j 1 -q -o " + first.string()).code == 0);
    REQUIRE(
        run_program("run " + (first / "effective.yaml").string() + " -j 2 -q -o " + second.string())
            .code == 0);
    int tables = 0;
    for (const auto& entry : std::filesystem::directory_iterator(first / "tables")) {
        const std::string name = entry.path().filename().string();
        ++tables;
        std::string other = bytes_of(second / "tables" / name);
        // The scenario's id is its file's name; nothing else may differ.
        for (std::size_t at = 0; (at = other.find("effective", at)) != std::string::npos;)
            other.replace(at, 9, "busy");
        INFO(name);
        CHECK(bytes_of(entry.path()) == other);
    }
    CHECK(tables >= 12);
    CHECK(std::filesystem::exists(first / "manifest.json"));
    CHECK(std::distance(std::filesystem::directory_iterator(scratch.path), {}) ==
          2);  // nothing half-written beside
}

TEST_CASE("what is printed names the county, its target and the interval; --json is JSON",
          "[cli]") {
    const ScratchFolder scratch;
    const std::string out = " -n 2 -q -o " + (scratch.path / "run").string();
    const Finished text = run_program("run " + busy + out);
    CHECK(text.code == 0);
    CHECK(text.output.find("P on time") != std::string::npos);
    const Finished json = run_program("run " + busy + out + " --json");
    CHECK(json.output.front() == '{');
    CHECK(run_program("run " + busy + out + " --lang zh").output.find("贫困发生率") !=
          std::string::npos);
}

TEST_CASE("schema prints one JSON document, or the table of keys", "[cli]") {
    const Finished schema = run_program("schema");
    CHECK(schema.code == 0);
    const auto document = nlohmann::json::parse(schema.output);
    CHECK(document["$defs"]["keys"]["properties"].contains("interventions"));
    CHECK(run_program("schema --keys").output.find("`interventions.<id>.capacity`") !=
          std::string::npos);
    refuses("schema x.yaml", 2, "takes no file");
    refuses("run --keys " + busy, 2, "--keys belongs to `zhaimao schema`");
}

TEST_CASE("who stops a run is told that nothing was written", "[cli]") {
    const ScratchFolder scratch;
    const std::string out = (scratch.path / "run").string();
    // In the foreground: else it signals twice, and a second signal ends the program at once.
    for (const auto& [signal, code] : {std::pair{"TERM", 143}, {"INT", 130}, {"HUP", 129}}) {
        const Finished stopped =
            run_command("timeout --foreground --preserve-status -s " + std::string(signal) + " 1 " +
                        zhaimao::program() + " run " + busy + " -n 100000 -o " + out);
        CHECK(stopped.code == code);
        CHECK(stopped.output == "zhaimao: interrupted; nothing was written\n");
        CHECK_FALSE(std::filesystem::exists(out));
    }
}

TEST_CASE("under nohup a run outlives its terminal", "[cli]") {
    const ScratchFolder scratch;
    const std::string out = (scratch.path / "run").string();
    const Finished deaf =
        run_command("trap '' HUP; " + zhaimao::program() + " run " + busy + " -n 400 -q -o " + out +
                    " >/dev/null & sleep 0.1; kill -HUP $!; wait $!");
    CHECK(deaf.code == 0);
    CHECK(std::filesystem::exists(out));
}
