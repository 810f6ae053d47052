#include "engine/ensemble/replicate_records.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

namespace {

double number_at(std::size_t replicate, std::size_t cell) {
    return 1000.0 * static_cast<double>(replicate) + static_cast<double>(cell);
}

void write_numbers(ReplicateRecords& records, std::size_t replicate) {
    std::vector<double> record(records.cells());
    for (std::size_t cell = 0; cell < record.size(); ++cell)
        record[cell] = number_at(replicate, cell);
    records.write(replicate, record);
}

// How many numbers of the records are not what was written.
std::size_t wrong_numbers(const ReplicateRecords& records) {
    std::size_t wrong = 0;
    for (std::size_t cell = 0; cell < records.cells(); ++cell) {
        const std::vector<double> row = records.row(cell);
        REQUIRE(row.size() == records.replicates());
        for (std::size_t r = 0; r < row.size(); ++r) wrong += row[r] != number_at(r, cell) ? 1 : 0;
    }
    return wrong;
}

}  // namespace

TEST_CASE("rows hold what was written by replicate, and more replicates are added",
          "[ensemble][records]") {
    ReplicateRecords records(200);
    for (const std::size_t replicates : {std::size_t{2}, std::size_t{7}}) {
        const std::size_t before = records.replicates();
        records.resize(replicates);
        for (std::size_t r = before; r < replicates; ++r) write_numbers(records, r);
        CHECK(wrong_numbers(records) == 0);
    }
    const double other = 0.5;
    records.write(3, {&other, 1}, 130);
    CHECK(wrong_numbers(records) == 1);
    CHECK(records.row(130)[3] == other);
}
