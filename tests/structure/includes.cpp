#include <array>
#include <catch2/catch.hpp>
#include <optional>

#include "tests/structure/sources.h"

namespace {

// Ground floor first: a file includes its own floor and those above it in this list, never below.
constexpr std::array floors{"core",          "io",     "population", "dynamics",
                            "interventions", "exit",   "simulation", "ensemble",
                            "analysis",      "report", "cli"};

std::optional<std::size_t> height(const std::string& floor) {
    const auto found = std::find(floors.begin(), floors.end(), floor);
    if (found == floors.end()) return std::nullopt;
    return static_cast<std::size_t>(found - floors.begin());
}

// What stands behind #include, without quotes or brackets; nothing for other lines.
std::optional<std::string> included(const std::string& line) {
    const std::size_t at = line.find_first_not_of(" \t");
    if (at == std::string::npos || line[at] != '#') return std::nullopt;
    if (line.find("include", at) == std::string::npos) return std::nullopt;
    const std::size_t begin = line.find_first_of("\"<", at);
    if (begin == std::string::npos) return std::nullopt;
    const std::size_t end = line.find_first_of("\">", begin + 1);
    return line.substr(begin + 1, end - begin - 1);
}

template <class F>
void for_each_include(const std::vector<SourceFile>& files, F f) {
    for (const SourceFile& file : files)
        for (std::size_t n = 0; n < file.lines.size(); ++n)
            if (const auto name = included(file.lines[n])) {
                INFO(file.path.string() << ":" << n + 1 << " includes " << *name);
                f(file, *name);
            }
}

}  // namespace

TEST_CASE("no file of the engine includes a floor above its own", "[structure]") {
    std::size_t seen = 0;
    for_each_include(sources_under("engine"), [&](const SourceFile& file, const std::string& name) {
        if (!name.starts_with("engine/")) return;
        ++seen;
        const auto own = height(file.floor());
        const auto other = height(std::next(std::filesystem::path(name).begin(), 1)->string());
        REQUIRE(own);
        REQUIRE(other);
        CHECK(*other <= *own);
    });
    CHECK(seen > 100);
}

TEST_CASE("includes start at the top level, and the engine includes no tests", "[structure]") {
    for_each_include(sources_under("engine"), [](const SourceFile&, const std::string& name) {
        CHECK_FALSE(name.starts_with("../"));
        CHECK_FALSE(name.starts_with("tests/"));
        if (std::filesystem::exists(top_level() / name)) CHECK(name.starts_with("engine/"));
    });
}

TEST_CASE("a library stays on its floor", "[structure]") {
    for_each_include(sources_under("engine"), [](const SourceFile& file, const std::string& name) {
        if (name.starts_with("yaml-cpp/")) CHECK(file.floor() == "io");
        if (name == "mpi.h") CHECK(file.path.filename() == "ranks.cpp");
        if (name == "sqlite3.h") CHECK(file.floor() == "io");
        if (name.starts_with("xlsxwriter")) CHECK(file.floor() == "io");
        if (name.starts_with("boost/program_options")) CHECK(file.floor() == "cli");
        if (name.starts_with("catch2/") || name.starts_with("benchmark/"))
            FAIL("only tests and benchmarks include it");
    });
}
