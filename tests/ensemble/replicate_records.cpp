#include "engine/ensemble/replicate_records.h"

#include <catch2/catch.hpp>

#include "engine/core/diagnostics.h"
#include "engine/core/parallel.h"
#include "tests/io/largest_file.h"
#include "tests/io/scratch_folder.h"
#include "tests/io/temporary_folder.h"

using namespace zhaimao;

namespace {

constexpr std::size_t all_in_memory = ReplicateRecords::numbers_in_memory;
constexpr std::size_t spilled = 0;  // from three replicates on, in blocks of 64 cells

double number_at(std::size_t replicate, std::size_t cell) {
    return 1000.0 * static_cast<double>(replicate) + static_cast<double>(cell);
}

void write_numbers(ReplicateRecords& records, std::size_t replicate) {
    std::vector<double> record(records.cells());
    for (std::size_t cell = 0; cell < record.size(); ++cell)
        record[cell] = number_at(replicate, cell);
    records.write(replicate, record);
}

void add_replicates(ReplicateRecords& records, std::size_t replicates) {
    const std::size_t before = records.replicates();
    records.resize(replicates);
    for (std::size_t r = before; r < replicates; ++r) write_numbers(records, r);
}

std::size_t wrong_numbers(const ReplicateRecords& records, std::size_t cell) {
    const std::vector<double> row = records.row(cell);
    std::size_t wrong = records.replicates() - row.size();
    for (std::size_t r = 0; r < row.size(); ++r) wrong += row[r] != number_at(r, cell) ? 1 : 0;
    return wrong;
}

// How many numbers of the records are not what was written.
std::size_t wrong_numbers(const ReplicateRecords& records) {
    std::size_t wrong = 0;
    for (std::size_t cell = 0; cell < records.cells(); ++cell)
        wrong += wrong_numbers(records, cell);
    return wrong;
}

}  // namespace

TEST_CASE("rows hold what was written by replicate, and more replicates are added",
          "[ensemble][records]") {
    ReplicateRecords records(GENERATE(1, 64, 200), GENERATE(all_in_memory, spilled));
    for (const std::size_t replicates : {1, 2, 3, 7, 40}) {
        add_replicates(records, replicates);
        CHECK(records.replicates() == replicates);
        CHECK(wrong_numbers(records) == 0);
    }
}

TEST_CASE("records that memory holds in part of a run stay what they were", "[ensemble][records]") {
    ReplicateRecords records(100, 500);  // five replicates in memory
    add_replicates(records, 5);
    add_replicates(records, 6);
    const ReplicateRecords moved = std::move(records);
    CHECK(wrong_numbers(moved) == 0);
}

TEST_CASE("a number that is written again is read as it is now", "[ensemble][records]") {
    ReplicateRecords records(200, GENERATE(all_in_memory, spilled));
    add_replicates(records, 5);
    CHECK(wrong_numbers(records) == 0);
    const double other = 0.5;
    records.write(3, {&other, 1}, 130);
    CHECK(wrong_numbers(records) == 1);
    CHECK(records.row(130)[3] == other);
}

TEST_CASE("records are written and read by several threads", "[ensemble][records]") {
    constexpr std::size_t threads = 4, replicates = 200;
    ReplicateRecords records(1000, GENERATE(all_in_memory, spilled));
    records.resize(replicates);
    for_each_index(replicates, threads,
                   [&](std::size_t r, std::size_t) { write_numbers(records, r); });
    std::vector<std::size_t> wrong(records.cells());
    for_each_index(records.cells(), threads, [&](std::size_t cell, std::size_t) {
        wrong[cell] = wrong_numbers(records, cell);
    });
    CHECK(wrong == std::vector<std::size_t>(records.cells(), 0));
}

TEST_CASE("only records beyond memory need a temporary folder", "[ensemble][records]") {
    const ScratchFolder scratch;
    const std::string missing = (scratch.path / "none").string();
    const TemporaryFolderIs folder(missing);
    ReplicateRecords records(200, spilled);
    add_replicates(records, 2);
    CHECK_THROWS_AS(records.resize(3), MachineError);
    CHECK_THROWS_WITH(records.resize(3), Catch::StartsWith(missing + ": "));
    CHECK(records.replicates() == 2);
    CHECK(wrong_numbers(records) == 0);
}

TEST_CASE("a disk without room for all records is told before they are written",
          "[ensemble][records]") {
    ReplicateRecords records(100, spilled);
    const LargestFileIs limit(2 * 100 * 5 * sizeof(double));  // as written, and turned
    add_replicates(records, 5);
    CHECK_THROWS_AS(records.resize(6), MachineError);
    CHECK(records.replicates() == 5);
    CHECK(wrong_numbers(records) == 0);
}
