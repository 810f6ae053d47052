#include "engine/io/csv_table.h"

#include <catch2/catch.hpp>

#include "engine/core/diagnostics.h"
#include "engine/io/csv.h"

using namespace zhaimao;

namespace {

const std::vector<Column> columns{
    {"name", CellType::text}, {"year", CellType::whole}, {"share", CellType::real}};

std::string problem_of(const std::string& text) {
    try {
        (void)table_from_csv(text, "t.csv", "t", columns);
    } catch (const InputError& e) {
        return e.what();
    }
    return "";
}

}  // namespace

TEST_CASE("a table reads back from its CSV, to the bit", "[io][csv]") {
    Table table("t", columns);
    table.add_row({std::string("a, \"b\"\nc"), std::int64_t{-3}, 0.1 + 0.2});
    table.add_row({std::string("县"), std::monostate{}, 1e-300});
    table.add_row({std::string(""), std::int64_t{1} << 60, std::monostate{}});
    const Table back = table_from_csv(to_csv(table), "t.csv", "t", columns);
    CHECK(back.name() == "t");
    REQUIRE(back.rows() == 3);
    for (std::size_t r = 0; r < 3; ++r)
        for (std::size_t c = 0; c < 3; ++c) CHECK(back.row(r)[c] == table.row(r)[c]);
}

TEST_CASE("what is no such table is refused with its place", "[io][csv]") {
    CHECK(problem_of("name,year,share\r\nx,2015.5,1\r\n") == "t.csv:2:3: '2015.5' is no number");
    CHECK(problem_of("name,year,share\r\nx,2015,1;2\r\n") == "t.csv:2:8: '1;2' is no number");
    CHECK(problem_of("name,year\r\nx,2015\r\n") ==
          "t.csv: has other columns than it was written with");
    CHECK(problem_of("year,name,share\r\n1,x,1\r\n") ==
          "t.csv: has other columns than it was written with");
    CHECK_FALSE(problem_of("name,year,share\r\nx,2015\r\n").empty());
    CHECK_FALSE(problem_of("").empty());
}

TEST_CASE("a table keeps the rows that are wanted, and may be of any size", "[csv]") {
    std::string text = "a\r\n";
    constexpr int rows = 2'000'000;  // more than a user's file may have
    for (int r = 0; r < rows; ++r) text += "1234567\r\n";
    text += "7\r\n";
    const Table table = table_from_csv(std::move(text), "t.csv", "t", {{"a", CellType::whole}},
                                       [](const CsvRow& row) { return row[0].text == "7"; });
    CHECK(table.rows() == 1);
}
