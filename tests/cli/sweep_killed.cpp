// A study that is killed, runs into a full disk or loses a point ends as one that is left alone.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <thread>

#include "engine/core/random/draws.h"
#include "engine/io/sqlite.h"
#include "tests/cli/finished.h"
#include "tests/cli/study_tables.h"
#include "tests/io/file_bytes.h"
#include "tests/io/scratch_folder.h"

using namespace zhaimao;

namespace {

namespace fs = std::filesystem;

const std::string study = source_dir() + "/tests/analysis/studies/saltelli.yaml";

// Started with one thread; killed after so many seconds, unless it has ended by itself.
void run_and_kill(const std::string& folder, double seconds) {
    const pid_t child = fork();
    if (child == 0) {
        execl(program().c_str(), "zhaimao", "sweep", study.c_str(), "-q", "-j1", "-o",
              folder.c_str(), static_cast<char*>(nullptr));
        _exit(127);
    }
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
}

double computed_in(const fs::path& store) {
    if (!fs::exists(store)) return 0.0;
    const Database database(store, Database::Open::existing);
    if (!database.has_table("finished")) return 0.0;
    Statement row = database.prepare("SELECT sum(seconds) FROM finished WHERE point = 0");
    return row.step() ? row.real(0) : 0.0;
}

}  // namespace

TEST_CASE("killed at twenty random moments, a study ends with the bytes of one left alone",
          "[cli][sweep][slow]") {
    const ScratchFolder scratch;
    const std::string whole = (scratch.path / "whole").string();
    const auto start = std::chrono::steady_clock::now();
    REQUIRE(run_program("sweep " + study + " -q -j1 -o " + whole).code == 0);
    const double took =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const fs::path killed = scratch.path / "killed";
    double first = 0.0;
    for (std::uint32_t i = 0; i < 20; ++i) {
        run_and_kill(killed.string(), took * 0.3 * Draws(1, 0).uniform(i, 0, 0, Purpose("test")));
        const double now = computed_in(killed / "study.sqlite");
        if (first > 0.0) CHECK(now == first);  // a finished point is never computed again
        if (now > 0.0) first = now;
    }
    REQUIRE(run_program("sweep " + study + " -q -j1 -o " + killed.string()).code == 0);
    CHECK(tables_of(killed) == tables_of(whole));
    CHECK(tables_of(whole).size() > 1000);
}

TEST_CASE("a file that may not grow stops a study cleanly, and it goes on", "[cli][sweep][slow]") {
    const ScratchFolder scratch;
    const std::string folder = (scratch.path / "s").string();
    const std::string sweep = program() + " sweep " + study + " -q -j1 -o " + folder;
    const Finished full = run_command("bash -c 'ulimit -f 90; " + sweep + "'");
    INFO(full.output);
    CHECK(full.code == 1);
    CHECK(full.output.find("study.sqlite: cannot be read or written") != std::string::npos);
    REQUIRE(run_command(sweep).code == 0);
    const std::string whole = (scratch.path / "whole").string();
    REQUIRE(run_program("sweep " + study + " -q -o " + whole).code == 0);
    CHECK(tables_of(folder) == tables_of(whole));
}
