#include "engine/io/table.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>

using namespace zhaimao;

namespace {
Table made_up() {
    return {"made_up",
            {{"who", CellType::text}, {"how_many", CellType::whole}, {"share", CellType::real}}};
}
}  // namespace

TEST_CASE("a table keeps its rows in order", "[io][table]") {
    Table table = made_up();
    table.add_row({std::string("a"), std::int64_t{1}, 0.5});
    table.add_row({std::monostate{}, std::int64_t{2}, std::nan("")});
    REQUIRE(table.rows() == 2);
    CHECK(std::get<std::string>(table.row(0)[0]) == "a");
    CHECK(std::get<std::int64_t>(table.row(1)[1]) == 2);
    CHECK(std::holds_alternative<std::monostate>(table.row(1)[2]));
    CHECK(table.column("share") == 2);
    CHECK_THROWS_AS(table.column("shares"), std::out_of_range);
}

TEST_CASE("a table refuses rows of the wrong form", "[io][table]") {
    Table table = made_up();
    CHECK_THROWS_AS(table.add_row({std::string("a"), std::int64_t{1}}), std::logic_error);
    CHECK_THROWS_AS(table.add_row({std::string("a"), 1.0, 0.5}), std::logic_error);
}
