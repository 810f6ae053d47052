#include "engine/io/csv.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>

using namespace zhaimao;

TEST_CASE("numbers are the shortest text that reads back", "[io][csv]") {
    CHECK(number_text(0.0) == "0");
    CHECK(number_text(-0.0) == "0");
    CHECK(number_text(0.1) == "0.1");
    CHECK(number_text(100000.0) == "100000");
    CHECK(number_text(298000.5) == "298000.5");
    CHECK(number_text(-0.00025) == "-0.00025");
    CHECK(number_text(1e-7) == "1e-07");
    CHECK(number_text(1e20) == "1e+20");
    for (const double x :
         {1.0 / 3.0, 0.1 + 0.2, 123456789.0 / 7.0, std::nextafter(1.0, 2.0), 4.9e-324}) {
        CHECK(std::strtod(number_text(x).c_str(), nullptr) == x);
    }
}

TEST_CASE("fields are quoted as RFC 4180 has it", "[io][csv]") {
    CHECK(csv_field("plain") == "plain");
    CHECK(csv_field("a,b") == "\"a,b\"");
    CHECK(csv_field("say \"no\"") == "\"say \"\"no\"\"\"");
    CHECK(csv_field("two\nlines") == "\"two\nlines\"");
    CHECK(csv_field(" edge") == "\" edge\"");
    CHECK(csv_field("=1+1") == "=1+1");
    CHECK(csv_field("") == "");
}

TEST_CASE("a table as CSV: mark, header, rows, empty fields", "[io][csv]") {
    Table table("t", {{"name", CellType::text}, {"n", CellType::whole}, {"x", CellType::real}});
    table.add_row({std::string("大宁县"), std::int64_t{-3}, 0.25});
    table.add_row({std::string("a,b"), std::monostate{}, std::nan("")});
    CHECK(to_csv(table) == "\xEF\xBB\xBFname,n,x\r\n大宁县,-3,0.25\r\n\"a,b\",,\r\n");
}
