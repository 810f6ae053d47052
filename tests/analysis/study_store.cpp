#include "engine/analysis/study_store.h"

#include <catch2/catch.hpp>

#include "tests/analysis/study_of.h"
#include "tests/io/file_bytes.h"
#include "tests/io/scratch_folder.h"

using namespace zhaimao;

namespace {

namespace fs = std::filesystem;

PointResult made_up_result(const Study& study, std::size_t point) {
    return {point, "", std::vector<FactorValue>(study.factors.size()),
            std::vector(study.outputs.size(), std::vector{1.0, static_cast<double>(point)}), 0.5};
}

// The 19th byte of an SQLite file: 1 where it keeps a rollback journal, 2 where it writes ahead.
int journal_of(const fs::path& file) {
    return bytes_of(file).at(18);
}

}  // namespace

TEST_CASE(
    "a store keeps a rollback journal where processes cannot share memory, with the same rows",
    "[analysis][study_store]") {
    const ScratchFolder scratch;
    const Study study = study_of("grid");
    const fs::path file = scratch.path / "study.sqlite";
    const std::vector<PointResult> two{made_up_result(study, 3), made_up_result(study, 5)};
    {
        StudyStore store(file, study, "test", Journal::rollback);
        store.save(two);
        CHECK_FALSE(fs::exists(file.string() + "-wal"));
        CHECK_FALSE(fs::exists(file.string() + "-shm"));
    }
    CHECK(journal_of(file) == 1);
    // Moved to a local disk it writes ahead from then on, and back.
    {
        StudyStore store(file, study, "test", Journal::write_ahead);
        CHECK(store.counts().done == 2);
        store.save(std::array{made_up_result(study, 0)});
        CHECK(fs::exists(file.string() + "-wal"));
    }
    CHECK(journal_of(file) == 2);
    const StudyStore back(file, study, "test", Journal::rollback);
    CHECK(journal_of(file) == 1);
    CHECK(back.counts().done == 3);
    CHECK(back.replicates(5, 0) == std::vector{1.0, 5.0});
}

TEST_CASE("the journal follows the file system of the folder", "[analysis][study_store]") {
    for (const char* folder : {"/proc", "/sys"})  // neither a disk nor memory to keep files in
        CHECK(journal_for(folder) == Journal::rollback);
    const ScratchFolder scratch;
    CHECK(journal_for(scratch.path) == Journal::write_ahead);
    CHECK(journal_for(scratch.path / "not-there") == Journal::rollback);
}

TEST_CASE("points are saved together or not at all", "[analysis][study_store]") {
    const ScratchFolder scratch;
    const Study study = study_of("grid");
    StudyStore store(scratch.path / "study.sqlite", study, "test");
    // The second is there already: nothing of the first stays.
    store.save(std::array{made_up_result(study, 1)});
    CHECK_THROWS(store.save(std::array{made_up_result(study, 0), made_up_result(study, 1)}));
    CHECK(store.counts().done == 1);
    CHECK(store.settled()[1]);
    CHECK_FALSE(store.settled()[0]);
}

TEST_CASE("the rate of a store leaves out the pauses between its points",
          "[analysis][study_store]") {
    const ScratchFolder scratch;
    const Study study = study_of("grid");
    const fs::path file = scratch.path / "study.sqlite";
    StudyStore store(file, study, "test");
    CHECK(status_of(file).points_a_second == 0.0);
    // Two points, another four seconds later; then an hour's pause, and three points of 2 s each.
    for (const auto& [point, seconds, at] :
         {std::tuple{0, 4, 100}, std::tuple{1, 4, 100}, std::tuple{2, 4, 104},
          std::tuple{3, 2, 3710}, std::tuple{4, 2, 3710}, std::tuple{5, 2, 3710}})
        store.database().execute("INSERT INTO finished VALUES (" + std::to_string(point) + ", " +
                                 std::to_string(seconds) + ", " + std::to_string(at) + ")");
    CHECK(status_of(file).points_a_second == Approx(4.0 / (4.0 + 6.0)));
}
