// `mpirun zhaimao sweep`: the same bytes as one process, and nothing lost but what was running
// where one dies. Only where the program was built with MPI.
#ifdef ZHAIMAO_MPI
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <thread>

#include "engine/io/sqlite.h"
#include "tests/cli/finished.h"
#include "tests/io/file_bytes.h"
#include "tests/io/scratch_folder.h"

using namespace zhaimao;

namespace {

namespace fs = std::filesystem;

const std::string study = source_dir() + "/tests/analysis/studies/saltelli.yaml";
// Four processes on however few cores, started as root or not. MPI itself does not give all its
// memory back, which is no leak of ours where a sanitizer looks on.
const std::string mpirun =
    "env OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 ASAN_OPTIONS=detect_leaks=0 "
    "mpirun --bind-to none --oversubscribe -n 4 ";

std::string tables_of(const fs::path& folder) {
    std::string all;
    for (const char* table : {"sweep_point", "sweep_outcome", "sensitivity"})
        all += bytes_of(folder / "tables" / (std::string(table) + ".csv"));
    return all;
}

std::string sweep_into(const fs::path& folder, const std::string& options = "") {
    return program() + " sweep " + study + " -q -o " + folder.string() + " " + options;
}

// What each finished point took, by point: another time where it was computed again.
std::map<std::int64_t, double> seconds_in(const fs::path& store) {
    std::map<std::int64_t, double> seconds;
    if (!fs::exists(store)) return seconds;
    const Database database(store, Database::Open::existing);
    if (!database.has_table("finished")) return seconds;
    Statement rows = database.prepare("SELECT point, seconds FROM finished");
    while (rows.step()) seconds[rows.whole(0)] = rows.real(1);
    return seconds;
}

// The process of a rank below this one; 0: not there.
pid_t find_rank(pid_t above, const std::string& rank) {
    std::ifstream children("/proc/" + std::to_string(above) + "/task/" + std::to_string(above) +
                           "/children");
    for (pid_t child = 0; children >> child;) {
        std::stringstream environment;
        environment << std::ifstream("/proc/" + std::to_string(child) + "/environ").rdbuf();
        if (environment.str().find("OMPI_COMM_WORLD_RANK=" + rank) != std::string::npos)
            return child;
        if (const pid_t below = find_rank(child, rank); below != 0) return below;
    }
    return 0;
}

// Started in a shell of its own; its exit code once it has ended.
struct Job {
    pid_t pid;
    explicit Job(const std::string& command) : pid(fork()) {
        if (pid == 0) {
            execl("/bin/sh", "sh", "-c", ("exec " + command + " >/dev/null 2>&1").c_str(),
                  static_cast<char*>(nullptr));
            _exit(127);
        }
    }
    [[nodiscard]] int wait() const {
        int status = 0;
        waitpid(pid, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
};

}  // namespace

TEST_CASE("four processes, one, and six parts merged give the same tables", "[cli][sweep][mpi]") {
    const ScratchFolder scratch;
    const Finished four = run_command(mpirun + sweep_into(scratch.path / "four"));
    INFO(four.output);
    REQUIRE(four.code == 0);
    REQUIRE(run_command(sweep_into(scratch.path / "one", "-j1")).code == 0);
    for (int part = 1; part <= 6; ++part)
        REQUIRE(run_command(
                    sweep_into(scratch.path / "six", "-j1 --shard " + std::to_string(part) + "/6"))
                    .code == 0);
    REQUIRE(run_program("merge " + study + " -q -o " + (scratch.path / "six").string()).code == 0);
    const std::string tables = tables_of(scratch.path / "one");
    CHECK(tables.size() > 1000);
    CHECK(tables_of(scratch.path / "four") == tables);
    CHECK(tables_of(scratch.path / "six") == tables);
}

TEST_CASE("a mistake in the study is told once, whatever the processes", "[cli][sweep][mpi]") {
    const Finished wrong = run_command(mpirun + program() + " sweep nowhere.yaml");
    INFO(wrong.output);
    CHECK(wrong.code == 2);
    const std::size_t first = wrong.output.find("nowhere.yaml: no such file");
    REQUIRE(first != std::string::npos);
    CHECK(wrong.output.find("nowhere.yaml: no such file", first + 1) == std::string::npos);
}

TEST_CASE("a process that dies ends the job; what was finished is not computed again",
          "[cli][sweep][mpi]") {
    const ScratchFolder scratch;
    const fs::path folder = scratch.path / "s", store = folder / "study.sqlite";
    const std::string longer = "-j1 -n 100";  // replicates, so that there is time to kill
    const Job job(mpirun + sweep_into(folder, longer));
    pid_t victim = 0;
    while (seconds_in(store).empty() && waitpid(job.pid, nullptr, WNOHANG) == 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    victim = find_rank(job.pid, "2");
    REQUIRE(victim != 0);
    kill(victim, SIGKILL);
    CHECK(job.wait() != 0);
    const auto before = seconds_in(store);
    CHECK(before.size() < 20);
    const Finished again = run_command(mpirun + sweep_into(folder, longer));
    INFO(again.output);
    REQUIRE(again.code == 0);
    const auto after = seconds_in(store);
    CHECK(after.size() == 20);
    for (const auto& [point, seconds] : before) CHECK(after.at(point) == seconds);
    REQUIRE(run_command(sweep_into(scratch.path / "whole", longer)).code == 0);
    CHECK(tables_of(folder) == tables_of(scratch.path / "whole"));
}
#endif
