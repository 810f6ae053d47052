#include "engine/io/atomic_folder.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <iterator>

#include "engine/core/diagnostics.h"
#include "tests/io/scratch_folder.h"

using namespace zhaimao;
namespace fs = std::filesystem;

namespace {

bool has_mark(const fs::path& folder) {
    return fs::exists(folder / "mark");
}

std::string text_of(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::ptrdiff_t entries(const fs::path& folder) {
    return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

void write_run(const fs::path& target, const std::string& text) {
    AtomicFolder folder(target, has_mark);
    folder.write("mark", "");
    folder.write("tables/a.csv", text);
    folder.commit();
}

}  // namespace

TEST_CASE("a folder appears only with commit", "[io][atomic_folder]") {
    const ScratchFolder scratch;
    const fs::path target = scratch.path / "deep" / "run";
    AtomicFolder folder(target, has_mark);
    folder.write("mark", "");
    folder.write("tables/a.csv", "1");
    CHECK_FALSE(fs::exists(target));
    folder.commit();
    CHECK(text_of(target / "tables/a.csv") == "1");
    CHECK(entries(target.parent_path()) == 1);
}

TEST_CASE("without commit nothing is left", "[io][atomic_folder]") {
    const ScratchFolder scratch;
    {
        AtomicFolder folder(scratch.path / "run", has_mark);
        folder.write("a", "1");
    }
    CHECK(entries(scratch.path) == 0);
}

TEST_CASE("an own folder is replaced whole", "[io][atomic_folder]") {
    const ScratchFolder scratch;
    write_run(scratch.path / "run", "old");
    std::ofstream(scratch.path / "run" / "stale") << "of the old run";
    write_run(scratch.path / "run/", "new");
    CHECK(text_of(scratch.path / "run" / "tables/a.csv") == "new");
    CHECK_FALSE(fs::exists(scratch.path / "run" / "stale"));
    CHECK(entries(scratch.path) == 1);
}

TEST_CASE("a link stays a link to the replaced folder", "[io][atomic_folder]") {
    const ScratchFolder scratch;
    write_run(scratch.path / "run", "old");
    fs::create_directory_symlink(scratch.path / "run", scratch.path / "link");
    write_run(scratch.path / "link", "new");
    CHECK(fs::is_symlink(scratch.path / "link"));
    CHECK(text_of(scratch.path / "run" / "tables/a.csv") == "new");
}

TEST_CASE("what is not ours is never touched", "[io][atomic_folder]") {
    const ScratchFolder scratch;
    fs::create_directory(scratch.path / "thesis");
    std::ofstream(scratch.path / "thesis" / "chapter") << "1";
    std::ofstream(scratch.path / "file") << "1";
    CHECK_THROWS_AS(AtomicFolder(scratch.path / "thesis", has_mark), InputError);
    CHECK_THROWS_AS(AtomicFolder(scratch.path / "file", has_mark), InputError);
    CHECK_NOTHROW(refuse_impossible_folder(scratch.path / "absent", has_mark));
    CHECK(text_of(scratch.path / "thesis" / "chapter") == "1");
    CHECK(entries(scratch.path) == 2);
}

TEST_CASE("a foreign folder that appears meanwhile is not replaced", "[io][atomic_folder]") {
    const ScratchFolder scratch;
    {
        AtomicFolder folder(scratch.path / "run", has_mark);
        folder.write("mark", "");
        fs::create_directory(scratch.path / "run");
        CHECK_THROWS_AS(folder.commit(), InputError);
    }
    CHECK(fs::is_empty(scratch.path / "run"));
    CHECK(entries(scratch.path) == 1);
}

TEST_CASE("where no folder can be made the machine has failed", "[io][atomic_folder]") {
    const ScratchFolder scratch;
    std::ofstream(scratch.path / "file") << "1";
    CHECK_THROWS_AS(AtomicFolder(scratch.path / "file" / "run", has_mark), MachineError);
    CHECK_THROWS_AS(AtomicFolder("/proc/run", has_mark), MachineError);
}

TEST_CASE("what cannot be made is told beforehand, and nothing stays", "[io][atomic_folder]") {
    const ScratchFolder scratch;
    std::ofstream(scratch.path / "file") << "1";
    fs::create_symlink("nowhere", scratch.path / "dangling");
    const auto why = [](const fs::path& target) -> std::string {
        try {
            refuse_impossible_folder(target, has_mark);
        } catch (const std::exception& e) {
            return e.what();
        }
        return "";
    };
    const std::string base = scratch.path.string() + "/", longest(300, 'x');
    const std::string link = ": is a link to nothing. Remove it, or name another folder with -o";
    CHECK(why(base + "dangling") == base + "dangling" + link);
    CHECK(why(base + "dangling/") == base + "dangling/" + link);
    CHECK(why(base + "dangling/run").find("/run: cannot be made (") != std::string::npos);
    CHECK(why(base + longest) == base + longest + ": cannot be made (File name too long)");
    CHECK(why(base + "a/" + std::string(250, 'x')).ends_with("(File name too long)"));
    CHECK(why(base + "file/run") == base + "file/run: cannot be made (Not a directory)");
    CHECK(why("/proc/no/run").starts_with("/proc/no/run: cannot be made ("));
    CHECK(why(base + "a/b/run").empty());
    CHECK(entries(scratch.path) == 2);
}

TEST_CASE("what a killed process left is removed, what a living one writes is not",
          "[io][atomic_folder]") {
    const ScratchFolder scratch;
    const pid_t killed = ::fork();
    if (killed == 0) {
        AtomicFolder folder(scratch.path / "run", has_mark);
        folder.write("tables/a.csv", "1");
        ::_exit(0);
    }
    REQUIRE(::waitpid(killed, nullptr, 0) == killed);
    REQUIRE(entries(scratch.path) == 1);
    AtomicFolder living(scratch.path / "run", has_mark);
    CHECK(entries(scratch.path) == 1);
    write_run(scratch.path / "run", "new");
    CHECK(entries(scratch.path) == 2);
    living.write("mark", "");
    living.commit();
    CHECK(entries(scratch.path) == 1);
}

TEST_CASE("a write that does not fit leaves the old folder and nothing else",
          "[io][atomic_folder]") {
    const ScratchFolder scratch;
    write_run(scratch.path / "run", "old");
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &limit) == 0);
    rlimit small = limit;
    small.rlim_cur = 1000;
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    CHECK_THROWS_AS(write_run(scratch.path / "run", std::string(5000, 'x')), MachineError);
    CHECK(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
    std::signal(SIGXFSZ, handler);
    CHECK(text_of(scratch.path / "run" / "tables/a.csv") == "old");
    CHECK(entries(scratch.path) == 1);
}
