#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "tests/structure/sources.h"

namespace {

// Files whose functions are declared in the header of another name, in the same folder.
const std::map<std::string, std::string> declared_elsewhere{
    {"engine/core/math/normal.cpp", "math.h"},
    {"engine/core/kernels.cpp", "hot_words.h"},
    {"engine/dynamics/kernels.cpp", "hot_pass.h"},
    {"engine/population/kernels.cpp", "hot_draft.h"},
    {"engine/simulation/assess.cpp", "year.h"},
    {"engine/simulation/delist.cpp", "year.h"},
    {"engine/simulation/enrol.cpp", "year.h"},
    {"engine/simulation/live.cpp", "year.h"},
    {"engine/simulation/record_year.cpp", "year.h"},
};

// x.h for x.cpp, or for x_part.cpp: a header may have several files behind it.
bool has_header(const std::filesystem::path& source) {
    std::string stem = source.stem().string();
    while (true) {
        if (std::filesystem::exists(top_level() / source.parent_path() / (stem + ".h")))
            return true;
        const std::size_t part = stem.rfind('_');
        if (part == std::string::npos) return false;
        stem.resize(part);
    }
}

bool is_in_the_making(
    const std::string& entry) {  // .gitignore lists them with a slash on both sides
    std::ifstream in(top_level() / ".gitignore");
    for (std::string line; std::getline(in, line);)
        if (line == "/" + entry + "/") return true;
    return entry == ".git";
}

}  // namespace

TEST_CASE("no file of the engine is longer than 300 lines", "[structure]") {
    for (const SourceFile& file : sources_under("engine")) {
        INFO(file.path.string());
        CHECK(file.lines.size() <= 300);
    }
}

TEST_CASE("every source file has its header", "[structure]") {
    for (const SourceFile& file : sources_under("engine")) {
        const std::string path = file.path.string();
        if (file.path.extension() != ".cpp" || path == "engine/cli/main.cpp") continue;
        INFO(path);
        const auto other = declared_elsewhere.find(path);
        CHECK((has_header(file.path) || other != declared_elsewhere.end()));
        if (other == declared_elsewhere.end()) continue;
        const std::string include =
            "\"" + (file.path.parent_path() / other->second).generic_string() + "\"";
        CHECK(std::any_of(file.lines.begin(), file.lines.end(), [&](const std::string& line) {
            return line.find(include) != std::string::npos;
        }));
    }
    for (const auto& [path, header] : declared_elsewhere)
        CHECK(std::filesystem::exists(top_level() / path));
}

TEST_CASE("every header is included once however often it is named", "[structure]") {
    for (const SourceFile& file : sources_under("engine")) {
        if (file.path.extension() != ".h") continue;
        INFO(file.path.string());
        CHECK(std::count(file.lines.begin(), file.lines.end(), "#pragma once") == 1);
        CHECK(file.lines.front().starts_with("//"));  // a header begins with what it is
    }
}

TEST_CASE("the top level holds what was agreed", "[structure]") {
    const std::set<std::string> agreed{
        "CMakeLists.txt", "CMakePresets.json", "LICENSE",    "README.md", ".ci",
        ".clang-format",  ".clang-tidy",       ".gitignore", "bench",     "config",
        "engine",         "scenarios",         "tests"};
    for (const auto& entry : std::filesystem::directory_iterator(top_level())) {
        const std::string name = entry.path().filename().string();
        INFO(name);
        CHECK((agreed.contains(name) || is_in_the_making(name)));
    }
    for (const char* name : {"CMakeLists.txt", "bench", "config", "engine", "scenarios", "tests"})
        CHECK(std::filesystem::exists(top_level() / name));
}
