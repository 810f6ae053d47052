#include "engine/io/study_file.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/io/scratch_folder.h"

using namespace zhaimao;

namespace {

FileKind kind_of_text(const std::string& text) {
    const ScratchFolder scratch;
    const std::filesystem::path file = scratch.path / "a.yaml";
    std::ofstream(file) << text;
    return file_kind(file.string());
}

}  // namespace

TEST_CASE("a study and a scenario are told apart by their keys", "[io][study_file]") {
    CHECK(kind_of_text("zhaimao: 1\nscenario: a.yaml\n") == FileKind::study);
    CHECK(kind_of_text("factors.quota: {path: a, levels: [1]}\n") == FileKind::study);
    CHECK(kind_of_text("zhaimao: 1\nextends: a.yaml\nchange: {a: 1}\n") == FileKind::scenario);
    CHECK(kind_of_text("include: [a.yaml]\nhorizon: 2020\n") == FileKind::scenario);
    CHECK(kind_of_text("title: Nothing else\n") == FileKind::unknown);
    CHECK(kind_of_text("scenario: [a.yaml\n") == FileKind::unknown);
    CHECK(kind_of_text("- scenario\n") == FileKind::unknown);
    CHECK(file_kind("nowhere.yaml") == FileKind::unknown);
    CHECK(file_kind(".") == FileKind::unknown);
}
