// Every file of this folder holds one kind of mistake; its comments "#! ..." are the messages, all
// of them, in order. A file without any is another file's base or part. "#? schema: ..." says why a
// schema of one file cannot see the mistake.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/simulation/project.h"
#include "tests/cli/finished.h"

using namespace zhaimao;

namespace {

using Lines = std::vector<std::string>;

const std::filesystem::path folder = std::filesystem::path(source_dir()) / "tests" / "errors";

Lines expected_messages(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    Lines lines;
    for (std::string line; std::getline(stream, line);)
        if (line.starts_with("#! ")) lines.push_back(line.substr(3));
    return lines;
}

std::string without_folder(std::string text) {
    const std::string here = folder.string() + "/";
    for (std::size_t at; (at = text.find(here)) != std::string::npos;) text.erase(at, here.size());
    return text;
}

Lines messages_of(const std::filesystem::path& file) {
    Diagnostics diagnostics;
    (void)read_project(file.string(), {}, diagnostics);
    Lines lines;
    for (const Mistake& m : diagnostics.sorted()) lines.push_back(without_folder(m.text()));
    return lines;
}

bool is_warning(const std::string& message) {
    return message.find(": warning: ") != std::string::npos;
}

// The files with mistakes, in order of name.
std::vector<std::filesystem::path> mistaken_files() {
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".yaml" && !expected_messages(entry.path()).empty())
            files.insert(entry.path());
    return {files.begin(), files.end()};
}

}  // namespace

TEST_CASE("each mistake has its message", "[errors]") {
    for (const auto& file : mistaken_files()) {
        INFO(file.filename().string());
        CHECK(messages_of(file) == expected_messages(file));
    }
    CHECK(mistaken_files().size() > 100);
}

TEST_CASE("what the mistakes stand on is right itself", "[errors]") {
    CHECK(messages_of(folder / "base.yaml").empty());
    const std::set<std::string> parts{
        "base.yaml",     "counties.yaml",           "households.yaml",       "rules.yaml",
        "measures.yaml", "include-clash-part.yaml", "open-bracket-part.yaml"};
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        INFO(name);
        if (entry.path().extension() == ".yaml")
            CHECK(expected_messages(entry.path()).empty() == parts.contains(name));
    }
}

TEST_CASE("the program reports the mistakes of all files at once, each only once",
          "[errors][cli]") {
    std::string files;
    std::set<std::string> expected;
    for (const auto& file : mistaken_files()) {
        files += " " + file.string();
        for (const std::string& message : expected_messages(file)) expected.insert(message);
    }
    const Finished checked = run_program("check --json" + files);
    CHECK(checked.code == 2);
    const auto json = nlohmann::json::parse(checked.output);
    std::erase_if(expected, is_warning);
    std::set<std::string> errors;
    for (const auto& e : json["errors"]) {
        const Place place{std::make_shared<const std::string>(e["file"]), e["line"], e["column"]};
        const std::string text = without_folder(Mistake{place, e["path"], e["message"]}.text());
        INFO(text);
        CHECK(expected.contains(text));
        CHECK(errors.insert(text).second);
    }
    CHECK(errors.size() == expected.size());
    for (const auto& file : json["files"]) {
        const Lines messages = expected_messages(std::string(file["file"]));
        INFO(file["file"]);
        CHECK(file["right"] == std::all_of(messages.begin(), messages.end(), is_warning));
    }
}
