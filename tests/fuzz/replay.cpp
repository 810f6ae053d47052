// The corpus that fuzzing found, once more, in every build of the tests.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/fuzz/targets.h"
#include "tests/paths.h"

namespace {

std::size_t replay(const char* corpus, void (*target)(std::string_view)) {
    const std::filesystem::path folder =
        std::filesystem::path(zhaimao::source_dir()) / "tests" / "fuzz" / "corpus" / corpus;
    std::size_t tried = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ostringstream bytes;
        bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        INFO(entry.path().string());
        CHECK_NOTHROW(target(std::move(bytes).str()));
        ++tried;
    }
    return tried;
}

}  // namespace

TEST_CASE("what fuzzing found in scenario files stays sound", "[fuzz]") {
    CHECK(replay("loader", try_loader) > 100);
}

TEST_CASE("what fuzzing found in CSV files stays sound", "[fuzz]") {
    CHECK(replay("csv", try_csv) > 50);
}
