#include "engine/io/temporary_file.h"

#include <catch2/catch.hpp>
#include <numeric>
#include <vector>

#include "engine/core/diagnostics.h"
#include "tests/io/largest_file.h"
#include "tests/io/scratch_folder.h"
#include "tests/io/temporary_folder.h"

using namespace zhaimao;

namespace {

std::vector<double> counted(std::size_t count) {
    std::vector<double> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 1.0);
    return numbers;
}

}  // namespace

TEST_CASE("numbers of a temporary file are read back, at any place", "[io][temporary_file]") {
    TemporaryFile file;
    file.reserve(3000);
    file.write(1000, counted(2000));
    file.write(0, counted(1000));
    std::vector<double> numbers(3);
    file.read(998, numbers);
    CHECK(numbers == std::vector<double>{999.0, 1000.0, 1.0});
    file.read(2997, numbers);
    CHECK(numbers == std::vector<double>{1998.0, 1999.0, 2000.0});
}

TEST_CASE("a temporary file has no name", "[io][temporary_file]") {
    const ScratchFolder scratch;
    const TemporaryFolderIs folder(scratch.path);
    TemporaryFile file;
    file.write(0, counted(10));
    CHECK(std::filesystem::is_empty(scratch.path));
}

TEST_CASE("what was never written to a temporary file is not read", "[io][temporary_file]") {
    TemporaryFile file;
    file.write(0, counted(10));
    std::vector<double> numbers(11);
    CHECK_THROWS_WITH(file.read(0, numbers), Catch::Contains("cannot be read (Input/output error"));
}

TEST_CASE("a temporary folder that is none is told by its path", "[io][temporary_file]") {
    const ScratchFolder scratch;
    const std::string missing = (scratch.path / "none").string();
    const TemporaryFolderIs folder(missing);
    CHECK_THROWS_AS(TemporaryFile(), MachineError);
    CHECK_THROWS_WITH(TemporaryFile(), missing +
                                           ": a temporary file cannot be made (No such file "
                                           "or directory). Let TMPDIR name another folder");
}

TEST_CASE("a temporary file without room is told, when it is reserved or half written",
          "[io][temporary_file]") {
    TemporaryFile file;
    const LargestFileIs limit(4096);
    CHECK_NOTHROW(file.reserve(512));
    CHECK_THROWS_AS(file.reserve(513), MachineError);
    CHECK_NOTHROW(file.write(0, counted(512)));
    CHECK_THROWS_WITH(file.write(1, counted(512)),
                      Catch::Contains(": a temporary file cannot be written (File too large). "));
    std::vector<double> numbers(511);
    file.read(1, numbers);  // as far as there was room
    CHECK(numbers == counted(511));
}
