// The keys of studies: found by running their readers, and written down from there.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "engine/analysis/study.h"
#include "engine/core/config/path.h"
#include "engine/io/schema/key_table.h"
#include "engine/io/study_file.h"
#include "engine/simulation/indicators.h"
#include "tests/io/held_table.h"
#include "tests/paths.h"

using namespace zhaimao;

namespace {

namespace fs = std::filesystem;

const Outline& language() {
    static const Outline outline = study_outline();
    return outline;
}

const Outline* key_at(const std::string& path) {
    const Outline* key = &language();
    for (const std::string& part : split_path(path)) {
        const Outline* below = key->find(part);
        key = below != nullptr ? below : key->find(every_id);
        if (key == nullptr) return nullptr;
    }
    return key;
}

void look_up_all(const Node& node, const std::string& path, std::string& missing) {
    for (const Entry& e : node.entries) {
        const std::string below = join_path(path, e.key);
        const Outline* key = key_at(below);
        if (key == nullptr) missing += below + "\n";
        const bool goes_on = key != nullptr && key->form(Form::block) != nullptr;
        if (goes_on && e.node.is_map()) look_up_all(e.node, below, missing);
    }
}

}  // namespace

TEST_CASE("every key of the ready studies is in the outline", "[analysis][study][language]") {
    std::size_t files = 0;
    for (const char* folder : {"/scenarios/studies", "/tests/analysis/studies"})
        for (const auto& entry : fs::directory_iterator(source_dir() + folder)) {
            if (entry.path().extension() != ".yaml") continue;
            Diagnostics diagnostics;
            const std::optional<StudyFile> file =
                load_study_file(entry.path().string(), diagnostics);
            REQUIRE(file);
            std::string missing;
            look_up_all(file->tree, "", missing);
            INFO(entry.path().string());
            CHECK(missing == "");
            ++files;
        }
    CHECK(files >= 6);
}

TEST_CASE("the outline of a study knows what hangs on a design or an indicator",
          "[analysis][study][language]") {
    for (const char* path :
         {"scenario", "factors.a.path", "factors.a.levels", "factors.a.times",
          "factors.a.distribution", "factors.a.label", "design.rows", "design.points",
          "design.trajectories", "design.steps", "design.ends", "design.quantiles",
          "outputs.a.area", "outputs.a.year", "outputs.a.intervention", "outputs.a.label",
          "common_random_numbers"}) {
        INFO(path);
        CHECK(key_at(path) != nullptr);
    }
    CHECK(key_at("scenario")->required);
    CHECK(key_at("factors.a.path")->required);
    CHECK_FALSE(key_at("outputs.a.area")->required);
    CHECK_FALSE(key_at("design.rows")->required);
    CHECK(key_at("design.sead") == nullptr);
    const auto& words = key_at("outputs.a.indicator")->form(Form::choice)->words;
    CHECK(words.size() > indicator_count);
    CHECK(std::find(words.begin(), words.end(), "counties_on_time") != words.end());
}

TEST_CASE("scenarios/README.md holds the table of a study's keys that the program prints",
          "[analysis][study][language]") {
    check_held_table("scenarios/README.md", "keys of studies", key_table(language()));
}
